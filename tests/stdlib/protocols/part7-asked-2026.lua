-- The law alone, where housing's help after an exit waits until housing is asked.

protocol "part7-asked-2026" { council = "Nowhere", effective = "2018-04-03", extends = "part7-2026" }

reading "housing help after an exit" { patch = true, chosen = "begins when housing is asked" }

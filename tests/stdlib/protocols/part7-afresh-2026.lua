-- The law alone, where six weeks in bed and breakfast begin afresh with each application.

protocol "part7-afresh-2026" { council = "Nowhere", effective = "2018-04-03", extends = "part7-2026" }

reading "six weeks after a new application" { patch = true, chosen = "begin afresh" }

-- The law alone, where intention of which nothing is recorded waits for the decision.

protocol "part7-waits-2026" { council = "Nowhere", effective = "2018-04-03", extends = "part7-2026" }

reading "intention of which nothing is recorded" { patch = true, chosen = "waits for the decision" }
reading "a notice to leave whose day is past" { patch = true, chosen = "no longer threatens by itself" }

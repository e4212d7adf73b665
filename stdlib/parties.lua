-- Who acts under the Housing Act and the Children Act, by plain names. A protocol puts its own
-- services and posts in their place: a patch of a stage gives it another owner, and `role "Social
-- worker" { patch = true, service = … }` keeps a role of this name and says whose it is.

service "Housing authority" {}
service "Children's services" {}

role "Housing officer" { service = "Housing authority" }
role "Reviewing officer" { service = "Housing authority" }
role "Authorising officer" {} -- of either service: s.193B asks for rank and distance, not for an employer
role "Social worker" { service = "Children's services" }
role "Personal adviser" { service = "Children's services" }
role "Another council" {} -- of the area in which somebody is, or of a connection

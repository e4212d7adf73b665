-- What a good protocol contains, and where a protocol clashes with the law: the checklists that a check can go through.
-- `list` is the part it belongs to; S, C and Y are good practice, X are clashes, which are errors. `our_reading` marks
-- what is our own operational reading or general knowledge, not a source's word. `law` names the source of law, if it is
-- one; its mark goes with it. The advice of government on joint protocols was read in its opening only.

require "law"

local JHP = "government advice on joint housing protocols, 2024 (only its opening was read)"
local NHAS = "National Homelessness Advice Service on joint protocols"
local CODE = "homelessness code, chapter 22 (headings)"
local OFSTED = "Ofsted, 2025, on homeless 16 and 17 year olds"
local OURS = "our own reading"

----------------------------------------------------------------------------------------------------
-- Structure
----------------------------------------------------------------------------------------------------

standard "S1" { list = "structure", source = NHAS, our_reading = true,
  says = "It names its parties, every district of a two-tier area among them, who signed it, who owns it, its " ..
    "version, and the dates of approval and review; the review is not overdue" }
standard "S2" { list = "structure", source = JHP,
  says = "It says whom it is for by status and age, and goes to 25" }
standard "S3" { list = "structure", source = "Children Act 1989", law = "CA89 s.23C(1)",
  says = "Its definitions of care leavers are those of the Act" }
standard "S4" { list = "structure", source = OURS, our_reading = true,
  says = "Each step has one owner, what starts it, a time limit with its unit and the event it runs from, and what " ..
    "comes out of it" }
standard "S5" { list = "structure", source = OURS, our_reading = true,
  says = "Each path ends: no dead end, and no loop without a limit" }
standard "S6" { list = "structure", source = OURS, our_reading = true,
  says = "A limit that passes has a consequence: a reminder, an escalation, something that happens by default" }
standard "S7" { list = "structure", source = OURS, our_reading = true,
  says = "Disputes climb a ladder of at least two levels with limits, and somebody keeps the young person housed " ..
    "meanwhile" }
standard "S8" { list = "structure", source = NHAS,
  says = "A dispute between services never delays a bed for tonight" }
standard "S9" { list = "structure", source = NHAS, says = "It says what happens out of hours" }
standard "S10" { list = "structure", source = OURS, our_reading = true,
  says = "A panel has members, a quorum, a frequency, a cut-off for papers, a time to decide, and an urgent way " ..
    "between sessions" }
standard "S11" { list = "structure", source = JHP, says = "It says what is measured and who is told" }
standard "S12" { list = "structure", source = JHP, says = "Young people took part in it" }
standard "S13" { list = "structure", source = NHAS,
  says = "It says what is shared with whom, and with whose consent" }
standard "S14" { list = "structure", source = OURS, our_reading = true, says = "It says who is trained in it" }

----------------------------------------------------------------------------------------------------
-- Care leavers
----------------------------------------------------------------------------------------------------

standard "C1" { list = "care leavers", source = OURS, our_reading = true, law = "SI 2010/959 reg 42(1)",
  says = "Where to live is part of pathway planning from 16, with dates to reach before 18" }
standard "C2" { list = "care leavers", source = JHP,
  says = "Both services assess housing needs together before care ends" }
standard "C3" { list = "care leavers", source = JHP,
  says = "It offers a range: staying put, staying close, supported lodgings, supported and social housing, and " ..
    "private renting with a guarantor or deposit" }
standard "C4" { list = "care leavers", source = OURS, our_reading = true,
  says = "It says how social housing is reached: the priority, direct offers and how many, what a refusal does" }
standard "C5" { list = "care leavers", source = "regulations of 2025", law = "SI 2025/706",
  says = "No test of local connection bars eligible or relevant children, or former relevant ones under 25, from " ..
    "the housing register" }
standard "C6" { list = "care leavers", source = JHP,
  says = "It deals with those placed out of the area, and with other councils' care leavers placed in it" }
standard "C7" { list = "care leavers", source = "summary of the advice for youth justice",
  says = "Early warnings (arrears, notice, breakdown, custody, going missing) lead to a joint meeting in a stated time" }
standard "C8" { list = "care leavers", source = CODE,
  says = "The duty to refer is used with consent, and before the last 56 days" }
standard "C9" { list = "care leavers", source = CODE,
  says = "The personal adviser is there or told when homelessness is assessed; the housing plan and the pathway " ..
    "plan agree" }
standard "C10" { list = "care leavers", source = CODE, law = "CLR guidance vol 3",
  says = "Interim accommodation is provided, and it is not bed and breakfast" }
standard "C11" { list = "care leavers", source = "Act of 2026, section 9", law = "CWSA26 s.9", our_reading = true,
  says = "Intentional homelessness is not found against relevant children and former relevant ones under 25 once " ..
    "section 9 is in force; until then children's services are asked and a senior officer signs" }
standard "C12" { list = "care leavers", source = "priority need order", law = "SI 2002/2051 art 5",
  says = "From 21 to 24 the inquiry into vulnerability takes in the time in care" }
standard "C13" { list = "care leavers", source = "review regulations of 2018",
  says = "A notice of not co-operating has the authoriser that regulation 3 asks for" }
standard "C14" { list = "care leavers", source = JHP,
  says = "It deals with students in vacation, parents, those leaving custody, those without recourse to public " ..
    "funds, disability, and risk to or from others" }
standard "C15" { list = "care leavers", source = JHP, says = "A failed tenancy is followed by a second chance" }
standard "C16" { list = "care leavers", source = OURS, our_reading = true,
  says = "Money for moving in, and support with it, are named" }

----------------------------------------------------------------------------------------------------
-- Homeless 16 and 17 year olds
----------------------------------------------------------------------------------------------------

standard "Y1" { list = "homeless 16 and 17", source = NHAS,
  says = "Nobody is turned away at either door, and the services speak on the same day" }
standard "Y2" { list = "homeless 16 and 17", source = OFSTED, law = "CA89 s.20",
  says = "Somebody who has nowhere safe tonight has a bed tonight" }
standard "Y3" { list = "homeless 16 and 17", source = OFSTED, law = "CA89 s.20",
  says = "Section 20 comes first; the only ways out are that the young person is no child in need, or refuses, " ..
    "fully advised and able to decide" }
standard "Y4" { list = "homeless 16 and 17", source = OFSTED,
  says = "A refusal is informed: in writing, with an advocate offered at the start, with capacity looked at, " ..
    "recorded, and open to be taken back" }
standard "Y5" { list = "homeless 16 and 17", source = "Working Together", law = "WT",
  says = "A referral is decided within one working day" }
standard "Y6" { list = "homeless 16 and 17", source = "Working Together", law = "WT",
  says = "An assessment takes at most 45 working days, and the protocol has a shorter target of its own" }
standard "Y7" { list = "homeless 16 and 17", source = OURS, our_reading = true,
  says = "Mediation and going home happen only where that is safe, and stop no clock" }
standard "Y8" { list = "homeless 16 and 17", source = "guidance on bed and breakfast", law = "16-17 guidance",
  says = "Bed and breakfast is never used" }
standard "Y9" { list = "homeless 16 and 17", source = "Housing Act 1996", law = "HA96 s.188(1)",
  says = "While it is undecided, interim accommodation under section 188 is provided" }
standard "Y10" { list = "homeless 16 and 17", source = "Children Act 1989", law = "CA89 s.20",
  says = "It says what happens as the 18th birthday comes near; the duties hold to the last day" }
standard "Y11" { list = "homeless 16 and 17", source = "regulations of 2023", law = "SI 2023/416",
  says = "A placement under section 20 in supported accommodation is with a registered provider" }
standard "Y12" { list = "homeless 16 and 17", source = OURS, our_reading = true,
  says = "Children of other areas are helped first, and the costs are settled later" }
standard "Y13" { list = "homeless 16 and 17", source = OURS, our_reading = true, law = "SI 2010/959 reg 40(1)",
  says = "Whoever decides a move that changes a leaving-care status is warned of the 13 weeks" }
standard "Y14" { list = "homeless 16 and 17", source = "Act of 2026, section 11", law = "CWSA26 s.11",
  says = "A young person placed in temporary accommodation is asked whether school and health may be told" }

----------------------------------------------------------------------------------------------------
-- Clashes with the law
----------------------------------------------------------------------------------------------------

standard "X1" { list = "clash with the law", source = OURS, says = "A local limit is longer than the law's" }
standard "X2" { list = "clash with the law", source = OURS,
  says = "A limit has the wrong unit: working days where the law has calendar days" }
standard "X3" { list = "clash with the law", source = OURS, law = "Trow v Ind Coope",
  says = "A limit is counted by the wrong words: \"of\" for \"beginning with\", or the other way round" }
standard "X4" { list = "clash with the law", source = OURS, law = "FLRA69 s.9", says = "An age is one off" }
standard "X5" { list = "clash with the law", source = OURS, says = "An outcome that the law bars can be reached" }
standard "X6" { list = "clash with the law", source = OURS,
  says = "A rule is applied on a day on which it is not the law" }
standard "X7" { list = "clash with the law", source = OURS,
  says = "A power is written as a duty, or a duty as a power" }
standard "X8" { list = "clash with the law", source = NHAS,
  says = "A child is sent away until another service has done something" }
standard "X9" { list = "clash with the law", source = OURS, our_reading = true,
  says = "A rule without exceptions stands where each case must be decided by itself" }

-- The table of law: every source that a rule of the standard library cites, by the id under which it is cited.
--
-- Each line says in our own words what the source says; it is no quotation and no legal advice. `as_at` is the day as at
-- which it is known. `mark` is shown to users as "to be checked": "K" is from general knowledge, "V" means that only the
-- opening of the page was read; what bears no mark was read. `in_force` says from when to when it is the law, and
-- `dates_mark` marks those dates: commencements before 2020 are from general knowledge unless a page that was read gives them;
-- `unknown` is a commencement that needs regulations of which none are known: the rule stays off, and says so. A section that
-- gives none began with the Act, or the instrument, of which it is a part: "HA96 s.193(5)" with "HA96 s.193", or else with
-- "HA96"; what came in later, by another Act, says so itself. Where only the year is known, the year stands there; what has no
-- beginning at all is listed on every day, and as not recorded.
--
-- A module that cites says `require "law"`. Keep the lines in the order of the Acts and their sections.

local AS_AT = "2026-09-01" -- read in autumn 2026; nothing later is taken into account
local JUNE = "2026-06-01" -- the text of legislation.gov.uk of that month

-- Beginnings that many sections share: of what later Acts put into the two great ones.
local LEAVING_CARE = { "2001-10-01", false } -- Children (Leaving Care) Act 2000
local GUARDIANSHIP = { "2005-12-30", false } -- Adoption and Children Act 2002
local LOCALISM = { "2012-11-09", false } -- Localism Act 2011, part 7 of the Act of 1996
local REDUCTION = { "2018-04-03", false } -- Homelessness Reduction Act 2017

-- Where the sources can be read, by the key that stands behind their lines in our notes.
local at = {
  s23C = "http://www.legislation.gov.uk/ukpga/1989/41/section/23C/data.xht",
  cppcr_40 = "https://www.legislation.gov.uk/uksi/2010/959/part/7/crossheading/eligible-children",
  cppcr_28 = "https://www.legislation.gov.uk/uksi/2010/959/regulation/28/made",
  clr_made = "http://www.legislation.gov.uk/uksi/2010/2571/made/data.htm",
  clr_p4 = "https://legislation.gov.uk/uksi/2010/2571/part/4/made",
  cswa1 = "https://www.legislation.gov.uk/ukpga/2017/16/part/1/chapter/1/enacted",
  cswa3 = "https://legislation.gov.uk/id/ukpga/2017/16/section/3/6",
  cswa7 = "https://www.legislation.gov.uk/ukpga/2026/21/section/7",
  cswa8 = "https://www.legislation.gov.uk/ukpga/2026/21/section/8/enacted",
  cswa9 = "https://www.legislation.gov.uk/ukpga/2026/21/section/9/data.html",
  cswa11 = "https://www.legislation.gov.uk/ukpga/2026/21/section/11",
  cswa78 = "https://www.legislation.gov.uk/ukpga/2026/21/section/78/enacted",
  s189B = "https://www.legislation.gov.uk/ukpga/1996/52/section/189B",
  hr_188 = "https://www.housingreviews.co.uk/post/ending-the-s188-1-duty",
  s191 = "https://legislation.gov.uk/ukpga/1996/52/section/191/2002-07-31",
  s199 = "http://legislation.gov.uk/ukpga/1996/52/section/199/data.html",
  s200 = "https://legislation.gov.uk/ukpga/1996/52/section/200/2002-09-30/data.html",
  s202 = "https://legislation.gov.uk/ukpga/1996/52/part/VII/crossheading/" ..
    "right-to-request-review-of-decision/2015-04-27/data.html",
  reg9 = "http://legislation.gov.uk/uksi/2018/223/regulation/9/made",
  rev_2018 = "http://www.legislation.gov.uk/uksi/2018/223/made/data.xht",
  pn_2002 = "https://zoomlaw.co.uk/2002-2051-uksi.html",
  si2025_706 = "https://zoomlaw.co.uk/2025-706-uksi.html",
  code_15 = "https://www.gov.uk/guidance/homelessness-code-of-guidance-for-local-authorities/" ..
    "chapter-15-accommodation-duties-and-powers",
  code_19 = "https://www.gov.uk/guidance/homelessness-code-of-guidance-for-local-authorities/" ..
    "chapter-19-review-of-decisions-and-appeals-to-the-county-court",
  code_22 = "https://gov.uk/guidance/homelessness-code-of-guidance-for-local-authorities/" ..
    "chapter-22-care-leavers",
  rra_hr = "https://www.housingreviews.co.uk/post/understanding-the-impact-of-the-renters-rights-" ..
    "act-2025-on-part-7-housing-act-1996",
  lgl_ih = "https://www.localgovernmentlawyer.co.uk/child-protection/392-children-protection-news/" ..
    "57305-government-outlines-three-step-approach-to-reducing-number-of-care-leavers-found-intentionally-homeless",
  lgl_204 = "https://localgovernmentlawyer.co.uk/housing-law/315-housing-features/6485-take-notice",
  shelter_1617 = "https://england.shelter.org.uk/professional_resources/legal/" ..
    "homelessness_applications/priority_need_in_homeless_applications/" ..
    "priority_need_of_homeless_16_and_17_year_olds",
  shelter_pn = "https://england.shelter.org.uk/legal/homelessness_applications/priority_need/" ..
    "care_leavers_aged_18,_19_or_20",
  shelter_21 = "https://england.shelter.org.uk/legal/homelessness_applications/priority_need/" ..
    "care_leavers_aged_21_or_over",
  shelter_202 = "http://england.shelter.org.uk/legal/homelessness_applications/" ..
    "challenging_la_decisions/internal_reviews/time_limits_for_internal_reviews",
  shelter_prevention = "http://england.shelter.org.uk/legal/homelessness_applications/ending_duties/" ..
    "ending_prevention_duty",
  shelter_2403 = "https://england.shelter.org.uk/professional_resources/news_and_updates/" ..
    "round_up_of_housing_law_and_news_march_2024",
  shelter_bb = "https://england.shelter.org.uk/professional_resources/legal/" ..
    "homelessness_applications/suitability_of_accommodation_for_homeless_applicants/" ..
    "suitability_of_bed_and_breakfast_accommodation",
  shelter_suit = "https://england.shelter.org.uk/legal/homelessness_applications/suitability_of_accommodation/" ..
    "challenging_suitability",
  bc_ca = "https://cornerstonebarristers.com/" ..
    "too-much-did-surrey-accidentally-accommodate-bc-under-section-20",
  wakefield = "https://www.proceduresonline.com/wakefield/chomes/p_leave_care.html",
  notts_web = "https://www.nottinghamshire.gov.uk/care/childrens-social-care/" ..
    "nottinghamshire-children-and-families-alliance/pathway-to-provision/youth-justice/" ..
    "homelessness-support",
  wt_school = "https://www.millbrookprimary.org.uk/the-role-of-the-local-authority/",
  wt_speakcase = "https://www.speakcase.app/blog/assessment-timescales-childrens-services",
  tbg = "https://thebarristergroup.co.uk/blog/ofsted-urges-action-on-advocacy-for-homeless-teenagers",
  fosterline = "https://fosterline.info/already-fostering/leaving-care/" ..
    "supported-living-and-staying-close/",
  cypn_bb = "https://www.cypnow.co.uk/content/news/campaigners-hope-guidance-will-cut-bb-use-for-" ..
    "care-leavers",
  sa_gov = "https://gov.uk/guidance/introduction-to-supported-accommodation",
  age_ni = "http://legislation.data.gov.uk/apni/1969/28/section/5/data.xht",
  lg_swale = "https://www.lgo.org.uk/decisions/housing/homelessness/17-019-143",
  tt = "https://vlex.co.uk/vid/tt-v-essex-county-950201993",
  tw = "https://caselawdigest.com/high-court-kings-bench-division-administrative-court/" ..
    "tw-r-on-behalf-of-v-essex-county-council",
  si2003_3326 = "https://www.legislation.gov.uk/uksi/2003/3326/made/data.html",
  laspo_104 = "http://www.legislation.gov.uk/ukpga/2012/10/notes/division/5/5/4/3",
  s193 = "https://www.legislation.gov.uk/ukpga/1996/52/section/193/data.html",
  hra_7 = "http://www.legislation.gov.uk/ukpga/2017/13/crossheading/failure-to-cooperate-by-an-applicant-for-assistance",
  prichard_193C = "https://www.markprichard.co.uk/documents/ending-s193c-duty-refused-final-offer",
  rra_contents = "https://crimeline.co.uk/legislationdisplay/?leg=ukpga%2F2025%2F26%2Fpart%2F1%2Fchapter%2F1",
  si2022_521 = "https://www.legislation.gov.uk/uksi/2022/521",
  coram_706 = "https://www.coram.org.uk/news/coram-responds-to-changes-on-social-housing-for-care-leavers",
  nhas_1617 = "https://www.nhas.org.uk/improving-outcomes/advising-young-people/when-young-people-have-to-move-out/" ..
    "applying-as-homeless/helping-homeless-16-and-17-year-old-clients",
  guildford = "https://guildford.gbc2-prd.gosshosted.com/article/25647/Local-connections",
  acthub = "https://acthub.uk/uk/ukpga/2025-26",
  hl_sa = "https://homeless.org.uk/areas-of-expertise/improving-homelessness-services/" ..
    "regulation-of-homelessness-services/ofsted-supported-accommodation-regulations",
  tri_ntyne = "https://northtynesidecs.trixonline.co.uk/chapter/leaving-care-and-transition",
}

----------------------------------------------------------------------------------------------------
-- Children Act 1989
----------------------------------------------------------------------------------------------------

local CA89 = "Children Act 1989"

law "CA89" { act = CA89, mark = "K", as_at = AS_AT, in_force = { "1991-10-14", false }, dates_mark = "K",
  title = "The whole Act: services for children and their families, looked after children and care leavers among them" }

law "CA89 s.20" { act = CA89, mark = "K", as_at = AS_AT, link = at.tbg,
  title = "Accommodation for a child in need who requires it: nobody to care, lost or abandoned, or a " ..
    "carer prevented for whatever reason; from 16 also where welfare is likely to be seriously prejudiced" }
law "CA89 s.20(1)" { act = CA89, as_at = AS_AT, link = at.tbg,
  title = "A child in need in the area who requires accommodation because nobody has parental " ..
    "responsibility, or is lost or abandoned, or the carer is prevented, for whatever reason" }
law "CA89 s.20(3)" { act = CA89, as_at = AS_AT, link = at.tbg,
  title = "A child in need of 16 or over whose welfare is likely to be seriously prejudiced without " ..
    "accommodation" }
law "CA89 s.20(6)" { act = CA89, mark = "K", as_at = AS_AT,
  title = "The child's wishes and feelings are found out and given due weight" }
law "CA89 s.22(1)" { act = CA89, mark = "K", as_at = AS_AT,
  title = "Looked after: in care under an order, or accommodated by the authority under its social " ..
    "services functions, other than under s.17, 23B or 24B" }
law "CA89 s.22(2)" { act = CA89, mark = "K", as_at = AS_AT, link = at.notts_web,
  title = "Accommodated means for a continuous period of more than 24 hours" }
law "CA89 s.22C(6)(d)" { act = CA89, mark = "K", as_at = AS_AT, in_force = { "2011-04-01", false }, dates_mark = "K",
  title = "A placement of a looked after child that is neither fostering nor a children's home" }
law "CA89 s.23A(2)" { act = CA89, mark = "K", as_at = AS_AT, link = at.shelter_1617,
  in_force = LEAVING_CARE, dates_mark = "K",
  title = "Relevant child: 16 or 17, not looked after, and eligible just before last ceasing to be " ..
    "looked after; the authority that last looked after the child stays responsible wherever they live" }
law "CA89 s.23B(2)" { act = CA89, mark = "K", as_at = AS_AT, in_force = LEAVING_CARE, dates_mark = "K",
  title = "A relevant child has a personal adviser" }
law "CA89 s.23B(3)" { act = CA89, mark = "K", as_at = AS_AT, in_force = LEAVING_CARE, dates_mark = "K",
  title = "A relevant child has an assessment of needs and a pathway plan" }
law "CA89 s.23B(8)" { act = CA89, mark = "K", as_at = AS_AT, in_force = LEAVING_CARE, dates_mark = "K",
  title = "A relevant child is given suitable accommodation unless welfare does not require it" }
law "CA89 s.23C(1)" { act = CA89, as_at = AS_AT, link = at.s23C, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Former relevant child: was relevant and would be one if under 18; or looked after on " ..
    "turning 18 and eligible just before" }
law "CA89 s.23C(2)" { act = CA89, as_at = AS_AT, link = at.s23C, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Towards a former relevant child: keep in touch, and re-establish contact if it is lost" }
law "CA89 s.23C(3)" { act = CA89, as_at = AS_AT, link = at.s23C, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Towards a former relevant child: the personal adviser stays appointed, and the pathway plan is kept " ..
    "under review" }
law "CA89 s.23C(4)" { act = CA89, as_at = AS_AT, link = at.s23C, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Towards a former relevant child: help with work, with education or training, and otherwise as far as " ..
    "welfare requires it" }
law "CA89 s.23C(6)" { act = CA89, mark = "K", as_at = AS_AT, link = at.s23C, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Those duties run until 21" }
law "CA89 s.23C(7)" { act = CA89, mark = "K", as_at = AS_AT, link = at.s23C, in_force = LEAVING_CARE, dates_mark = "K",
  title = "They run on past 21 while a programme of education or training in the pathway plan runs" }
law "CA89 s.23CA" { act = CA89, mark = "K", as_at = AS_AT, in_force = { "2011-04-01", false }, dates_mark = "K",
  title = "A former relevant child under 25 who wishes to take up education or training" }
law "CA89 s.23CZB" { act = CA89, mark = "K", as_at = AS_AT, link = at.cswa3,
  in_force = { "2018-04-01", false }, dates_mark = "K",
  title = "From 21 to 25 a former relevant child who tells the authority so has a personal adviser, " ..
    "an assessment of needs and a pathway plan" }
law "CA89 s.23CZB(7)" { act = CA89, mark = "K", as_at = AS_AT, in_force = { "2018-04-01", false }, dates_mark = "K",
  title = "Where it is not being received: an offer as soon as possible after 21, and at least once " ..
    "every 12 months" }
law "CA89 s.24(1A)" { act = CA89, mark = "K", as_at = AS_AT, in_force = GUARDIANSHIP, dates_mark = "K",
  title = "Qualifying, by guardianship: 16 to 20, a special guardianship order in force (or until " ..
    "18), and looked after just before it" }
law "CA89 s.24(1B)" { act = CA89, mark = "K", as_at = AS_AT, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Qualifying, by care: 16 to 20, looked after, accommodated or fostered at some time while " ..
    "16 or 17, and no longer",
  open = "it stood in s.24(1) until guardianship got a subsection of its own on 30 December 2005" }
law "CA89 s.24(2)" { act = CA89, as_at = AS_AT, link = at.shelter_pn, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Looked after, accommodated or fostered is wide: private fostering, a voluntary " ..
    "organisation or private children's home, and three months or more in hospital, a residential " ..
    "school or a care home count" }
law "CA89 s.24A" { act = CA89, mark = "K", as_at = AS_AT, in_force = LEAVING_CARE, dates_mark = "K",
  title = "A qualifying care leaver who asks for it is advised and befriended, and may be assisted" }
law "CA89 s.24B" { act = CA89, mark = "K", as_at = AS_AT, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Help with education to 25 for a qualifying care leaver" }
law "CA89 s.24B(5)" { act = CA89, mark = "K", as_at = AS_AT, link = at.shelter_21, in_force = LEAVING_CARE, dates_mark = "K",
  title = "A care leaver in full-time further or higher education whose term-time home is closed in a vacation: " ..
    "children's services give somewhere suitable to stay, or the money for it" }
law "CA89 s.27" { act = CA89, mark = "K", as_at = AS_AT,
  title = "An authority may ask another, a housing authority too, for help, which it gives if that " ..
    "is compatible with its own duties" }
law "CA89 Sch 2 para 19B" { act = CA89, as_at = AS_AT, link = at.cppcr_40, in_force = LEAVING_CARE, dates_mark = "K",
  title = "Eligible child: 16 or 17, looked after, and so for a prescribed period, or periods in " ..
    "all, which began after 14 and ended after 16",
  open = "whether days before the 14th birthday of a period that straddles it void the whole period" }
law "CA89 Sch 2 para 19C" { act = CA89, mark = "K", as_at = AS_AT, in_force = LEAVING_CARE, dates_mark = "K",
  title = "An eligible child has a personal adviser" }

law "ACA02 s.46" { act = "Adoption and Children Act 2002", mark = "K", as_at = AS_AT,
  in_force = GUARDIANSHIP, dates_mark = "K",
  title = "An adoption order ends the authority's parental responsibility, and with it every " ..
    "leaving-care status" }

law "LASPO12 s.104" { act = "Legal Aid, Sentencing and Punishment of Offenders Act 2012", as_at = AS_AT,
  link = at.laspo_104, in_force = { "2012-12-03", false },
  title = "A child who is remanded to youth detention accommodation is treated as looked after by the authority that the " ..
    "court designates",
  open = "what regulations under subsection (2) take from it was not read; the day is from councils' procedures; a remand " ..
    "before it, and that a remand of 24 hours or less adds nothing to the 13 weeks, are not told apart" }

law "CA89 s.105" { act = CA89, mark = "K", as_at = AS_AT, title = "A child is a person under 18" }

----------------------------------------------------------------------------------------------------
-- Regulations under the Children Act
----------------------------------------------------------------------------------------------------

local CPPCR = "Care Planning, Placement and Case Review (England) Regulations 2010"
local CLR = "Care Leavers (England) Regulations 2010"

law "SI 2010/959" { act = CPPCR, mark = "K", as_at = AS_AT, in_force = { "2011-04-01", false }, dates_mark = "K",
  title = "The whole instrument: plans, placements, visits and reviews of a looked after child" }
law "SI 2010/2571" { act = CLR, mark = "K", as_at = AS_AT, in_force = { "2011-04-01", false }, dates_mark = "K",
  title = "The whole instrument: relevant and former relevant children" }

law "SI 2006/1738" { act = "Children Act 1989 Representations Procedure (England) Regulations 2006", mark = "K",
  as_at = AS_AT, in_force = { "2006-09-01", false }, dates_mark = "K",
  title = "Complaints under the Children Act. Stage 1: 10 working days, at most 20. Stage 2: 25, at most 65. Stage 3: a " ..
    "panel within 30 of the request, its report in 5, the authority's answer in 15" }
law "LGSCO" { act = "Local Government and Social Care Ombudsman", as_at = AS_AT, link = at.lg_swale,
  title = "A complaint to the Ombudsman is normally made within 12 months" }
law "SI 2010/959 reg 2" { act = CPPCR, mark = "K", as_at = AS_AT,
  title = "Working day: no Saturday or Sunday, Christmas Day, Good Friday or bank holiday" }
law "SI 2010/959 reg 4" { act = CPPCR, mark = "K", as_at = AS_AT,
  title = "The care plan within 10 working days of becoming looked after" }
law "SI 2010/959 reg 9" { act = CPPCR, mark = "K", as_at = AS_AT,
  title = "The placement plan (what the carer is told, and how the placement will work) before the placement, or within " ..
    "5 working days of its start" }
law "SI 2010/959 reg 28" { act = CPPCR, as_at = AS_AT, link = at.cppcr_28,
  title = "Visits: within one week of the start of each placement, then at most 6 weeks apart in " ..
    "the first year; after it 6 weeks, or 3 months where it is meant to last to 18" }
law "SI 2010/959 reg 33" { act = CPPCR, mark = "K", as_at = AS_AT,
  title = "Reviews: the first within 20 working days of becoming looked after, the second within 3 " ..
    "months of it, then at most 6 months apart" }
law "SI 2010/959 reg 40(1)" { act = CPPCR, as_at = AS_AT, link = at.cppcr_40,
  title = "The period of an eligible child is 13 weeks, the age 14" }
law "SI 2010/959 reg 40(2)" { act = CPPCR, as_at = AS_AT, link = at.cppcr_40,
  title = "A series of planned short breaks (reg 48) does not count towards the 13 weeks" }
law "SI 2010/959 reg 42(1)" { act = CPPCR, as_at = AS_AT, link = at.cppcr_40,
  title = "The needs of an eligible child are assessed not more than 3 months after 16, or after " ..
    "becoming eligible later" }
law "SI 2010/959 reg 43" { act = CPPCR, mark = "K", as_at = AS_AT,
  title = "The pathway plan follows as soon as possible after the assessment" }
law "SI 2010/2571 reg 3" { act = CLR, mark = "V", as_at = AS_AT, link = at.clr_made,
  title = "Also relevant: 16 or 17, no care order, in hospital or detained on turning 16, and looked " ..
    "after for 13 weeks since 14 just before that",
  open = "days looked after while in hospital or detained are not told apart from days before it" }
law "SI 2010/2571 reg 3(5)" { act = CLR, mark = "K", as_at = AS_AT, link = at.wakefield,
  title = "Not relevant after living for a continuous 6 months with a parent or another with parental " ..
    "responsibility; relevant again if that breaks down" }
law "SI 2010/2571 reg 5" { act = CLR, mark = "K", as_at = AS_AT,
  title = "The needs of a relevant child are assessed within 3 months of becoming relevant, unless " ..
    "that was done while eligible" }
law "SI 2010/2571 reg 7" { act = CLR, mark = "K", as_at = AS_AT,
  title = "The pathway plan is reviewed when asked for or needed, at most every 6 months, and as soon " ..
    "as practicable after 28 days in accommodation under s.23B(8)" }
law "SI 2010/2571 reg 8" { act = CLR, mark = "K", as_at = AS_AT,
  title = "Visits of the personal adviser to such accommodation: within 7 days, before the 28-day " ..
    "review, then at most 2 months apart" }
law "SI 2010/2571 reg 9(2)" { act = CLR, as_at = AS_AT, link = at.clr_p4,
  title = "Suitable accommodation for a relevant child: needs, the landlord's character, wishes, " ..
    "education (with Schedule 2)" }
law "SI 2023/416" { act = "Supported Accommodation (England) Regulations 2023", as_at = AS_AT,
  link = at.sa_gov, in_force = { "2023-10-28", false },
  title = "Who provides supported accommodation to a 16 or 17 year old placed under s.22C(6)(d) or s.23B(8)(b) of the " ..
    "Children Act is registered with Ofsted: four categories of accommodation, four quality standards",
  open = "a 16 or 17 year old housed under the Housing Act alone falls outside it: a gap" }

----------------------------------------------------------------------------------------------------
-- Children and Social Work Act 2017; Children's Wellbeing and Schools Act 2026
----------------------------------------------------------------------------------------------------

local CWSA26 = "Children's Wellbeing and Schools Act 2026"

law "CSWA17 s.1" { act = "Children and Social Work Act 2017", as_at = AS_AT, link = at.cswa1,
  in_force = { "2018-04-01", false }, dates_mark = "K",
  title = "The corporate parenting principles bind county and district councils alike, to 25" }
law "RRA25" { act = "Renters' Rights Act 2025 (c. 26)", as_at = AS_AT, link = at.rra_hr, in_force = { "2026-05-01", false },
  title = "Notices under s.21 of the Housing Act 1988 are abolished, and s.175(5) of the Housing Act 1996 is reworded; " ..
    "assent was on 27 October 2025",
  open = "those of social landlords run on to 2027" }
law "CWSA26 s.7" { act = CWSA26, as_at = JUNE, link = at.cswa7, in_force = { unknown, false },
  title = "Staying Close: every former relevant child under 25 must be assessed, then supported" }
law "CWSA26 s.8" { act = CWSA26, as_at = JUNE, link = at.cswa8, in_force = { unknown, false },
  title = "The local offer says how care leavers' housing needs are anticipated and how the authority " ..
    "works with housing authorities" }
law "CWSA26 s.9" { act = CWSA26, as_at = JUNE, link = at.cswa9, in_force = { unknown, false },
  title = "A relevant child, or a former relevant child under 25, does not become homeless " ..
    "intentionally, and is out of the rule on arrangements of s.191(3); older applications not yet decided are covered " ..
    "too. Not who only qualifies, nor a 16 or 17 year old who was never looked after" }
law "CWSA26 s.11" { act = CWSA26, mark = "V", as_at = JUNE, link = at.cswa11,
  in_force = { unknown, false },
  title = "When a child is placed in temporary accommodation, school and health bodies are told with " ..
    "consent, within 14 days beginning with the latest of the agreement and what else is needed",
  open = "not marked as prospective on 1 June 2026, but s.78(2) does not bring it in by itself" }
law "CWSA26 s.78" { act = CWSA26, as_at = JUNE, link = at.cswa78, in_force = { "2026-04-29", false },
  title = "Commencement: sections 7, 8, 9 and 11 need regulations" }

----------------------------------------------------------------------------------------------------
-- Housing Act 1996, Parts 6 and 7
----------------------------------------------------------------------------------------------------

local HA96 = "Housing Act 1996"

law "HA96" { act = HA96, mark = "K", as_at = AS_AT, in_force = { "1997-01-20", false }, dates_mark = "K",
  title = "Part 7: help for who is homeless or threatened with it",
  open = "Part 6, on allocation, began on 1 April 1997" }

law "HA96 s.160ZA" { act = HA96, mark = "K", as_at = AS_AT, in_force = { "2012-06-18", false }, dates_mark = "K",
  title = "Part 6: an authority sets who qualifies for an allocation, a test of local connection included" }
law "HA96 s.175(4)" { act = HA96, as_at = AS_AT, link = at.rra_hr, in_force = REDUCTION, dates_mark = "K",
  title = "Threatened with homelessness: likely to become homeless within 56 days" }
law "HA96 s.175(5)" { act = HA96, as_at = AS_AT, link = at.rra_hr, in_force = { "2026-05-01", false },
  title = "Threatened, too, by a valid notice under s.8 of the Housing Act 1988 on the only home, its " ..
    "date being within 56 days",
  open = "notices under s.21 of social landlords run on to 2027; whether they still count here was not read" }
law "HA96 s.175(5), to April 2026" { act = HA96, as_at = AS_AT, link = at.rra_hr,
  in_force = { "2018-04-03", "2026-04-30" }, dates_mark = "K",
  title = "Threatened, too, by a valid notice under s.21 of the Housing Act 1988 on the only home, its " ..
    "date being within 56 days" }
law "HA96 s.183" { act = HA96, mark = "K", as_at = AS_AT,
  title = "Who asks a housing authority for help, and may be homeless or threatened with it, is an applicant: what follows " ..
    "is owed to applicants" }
law "HA96 s.184" { act = HA96, mark = "K", as_at = AS_AT,
  title = "Inquiries, and a decision in writing with reasons if adverse, the right to a review and " ..
    "its time" }
law "HA96 s.184(6)" { act = HA96, mark = "K", as_at = AS_AT, link = at.shelter_202,
  title = "A letter that did not arrive counts once it was at the office for a reasonable time" }
law "HA96 s.188(1)" { act = HA96, as_at = AS_AT, link = at.code_15,
  title = "Interim accommodation where there is reason to believe that somebody may be homeless, " ..
    "eligible and in priority need, whatever the local connection" }
law "HA96 s.188(1ZA)" { act = HA96, as_at = AS_AT, link = at.hr_188, in_force = REDUCTION, dates_mark = "K",
  title = "Interim accommodation runs until the decisions under s.184 and at the end of relief" }
law "HA96 s.188(2A)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "Where a review of the suitability of a final offer is asked for, interim accommodation goes on until it is " ..
    "decided and told" }
law "HA96 s.188(3)" { act = HA96, mark = "K", as_at = AS_AT, link = at.code_19,
  title = "A power to accommodate while a review is pending" }
law "HA96 s.189(1)" { act = HA96, mark = "K", as_at = AS_AT, title = "Who is in priority need" }
law "HA96 s.189A" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "An assessment and a personalised plan for whoever is eligible and homeless or threatened, in " ..
    "writing, and kept under review" }
law "HA96 s.189B(1)" { act = HA96, as_at = AS_AT, link = at.s189B, in_force = REDUCTION, dates_mark = "K",
  title = "Relief: for whoever is homeless and eligible" }
law "HA96 s.189B(2)" { act = HA96, as_at = AS_AT, link = at.s189B, in_force = REDUCTION, dates_mark = "K",
  title = "Relief: reasonable steps towards a suitable home for at least 6 months" }
law "HA96 s.189B(4)" { act = HA96, as_at = AS_AT, link = at.s189B, in_force = REDUCTION, dates_mark = "K",
  title = "Relief ends by itself at the end of 56 days beginning with the day first satisfied, if there " ..
    "is priority need and homelessness is not intentional",
  open = "it is enough that the authority is not satisfied that it is intentional: what that comes to before it is decided " ..
    "is a reading" }
law "HA96 s.189B(5)" { act = HA96, as_at = AS_AT, link = at.s189B, in_force = REDUCTION, dates_mark = "K",
  title = "Otherwise relief ends by a notice" }
law "HA96 s.189B(7)" { act = HA96, as_at = AS_AT, link = at.s189B, in_force = REDUCTION, dates_mark = "K",
  title = "The grounds of that notice: a home, 56 days, an offer refused, and others" }
law "HA96 s.190" { act = HA96, mark = "K", as_at = AS_AT,
  title = "In priority need but intentionally homeless: accommodation for a reasonable opportunity to " ..
    "find a home, and advice" }
law "HA96 s.191" { act = HA96, as_at = AS_AT, link = at.s191,
  title = "Becoming homeless intentionally: the general test; by (3) also by an arrangement made to get help" }
law "HA96 s.193(1)" { act = HA96, as_at = AS_AT, link = at.code_15, in_force = REDUCTION, dates_mark = "K",
  title = "The main duty is for whoever is still homeless when relief is over, eligible, in priority " ..
    "need and not intentionally homeless" }
law "HA96 s.193(1)(a)" { act = HA96, as_at = AS_AT, link = at.s193,
  title = "It is enough that the authority is not satisfied that homelessness is intentional",
  open = "whether that is so while it is still being looked into" }
law "HA96 s.193(2)" { act = HA96, as_at = AS_AT, link = at.code_15,
  title = "The main duty: accommodation until one of the events of s.193 ends it" }
law "HA96 s.193(5)" { act = HA96, as_at = AS_AT, link = at.code_15,
  title = "Subsections (5) to (7F): the events that end the main duty",
  open = "that they are these eight, beside which there may be others, is from general knowledge" }
law "HA96 s.193(7)" { act = HA96, mark = "K", as_at = AS_AT,
  title = "Subsections (5), (7) and (7AA): an offer that is refused ends the main duty, and a private rented " ..
    "offer that is taken, " ..
    "only if what follows and the right to a review of its suitability were told before" }
law "HA96 s.193(6)" { act = HA96, mark = "K", as_at = AS_AT, link = at.s193,
  title = "Without an offer the main duty ends for who is no longer eligible, loses the accommodation intentionally, " ..
    "accepts an offer under Part 6 or an assured tenancy of a private landlord, or leaves it" }
law "HA96 s.193(7AC), to April 2026" { act = HA96, mark = "K", as_at = AS_AT, in_force = { "2012-11-09", "2026-04-30" },
  dates_mark = "K",
  title = "A private rented sector offer was an assured shorthold tenancy for a fixed term of at least 12 months" }
law "HA96 s.193(7AC)" { act = HA96, mark = "K", as_at = AS_AT, link = at.rra_contents, in_force = { "2026-05-01", false },
  dates_mark = "K",
  title = "A private rented sector offer is an assured tenancy; there are no fixed terms any more (Renters' Rights Act 2025 " ..
    "sections 1, 2 and 25)",
  open = "the words of section 25 were not read, nor what becomes of an offer made before 1 May 2026 and of who applies " ..
    "again within two years of one (s.195A)" }
law "HA96 s.193A(1)" { act = HA96, as_at = AS_AT, link = at.hra_7, in_force = REDUCTION, dates_mark = "K",
  title = "During relief a final offer may be made: what follows from refusing it, and the right to a review of its " ..
    "suitability, are told before" }
law "HA96 s.193A(2)" { act = HA96, as_at = AS_AT, link = at.hra_7, in_force = REDUCTION, dates_mark = "K",
  title = "Who refuses it so is owed relief no more, and (3) not the main duty either" }
law "HA96 s.193A(4), to April 2026" { act = HA96, as_at = AS_AT, link = at.hra_7, in_force = { "2018-04-03", "2026-04-30" },
  dates_mark = "K",
  title = "A final accommodation offer was an assured shorthold tenancy of a private landlord for a fixed term of at least " ..
    "6 months, approved by the authority" }
law "HA96 s.193A(4)" { act = HA96, mark = "K", as_at = AS_AT, link = at.rra_contents, in_force = { "2026-05-01", false },
  dates_mark = "K",
  title = "A final accommodation offer is an assured tenancy of a private landlord, approved by the authority",
  open = "the words of section 25 of the Renters' Rights Act 2025 were not read" }
law "HA96 s.193A(5)" { act = HA96, as_at = AS_AT, link = at.hra_7, in_force = REDUCTION, dates_mark = "K",
  title = "A final Part 6 offer is made in writing and says that it is final" }
law "HA96 s.193A(6)" { act = HA96, as_at = AS_AT, link = at.hra_7, in_force = REDUCTION, dates_mark = "K",
  title = "Neither is made unless the authority is satisfied that the home is suitable and that no tie to another home " ..
    "stands in the way (7)" }
law "HA96 s.193B(1)" { act = HA96, mark = "K", as_at = AS_AT, link = at.rev_2018,
  in_force = REDUCTION, dates_mark = "K",
  title = "Where a step of the plan is refused, deliberately and unreasonably" }
law "HA96 s.193B(2)" { act = HA96, mark = "K", as_at = AS_AT, link = at.rev_2018,
  in_force = REDUCTION, dates_mark = "K", title = "A notice ends prevention or relief" }
law "HA96 s.193B(4)" { act = HA96, mark = "K", as_at = AS_AT, link = at.rev_2018,
  in_force = REDUCTION, dates_mark = "K", title = "Only after a warning" }
law "HA96 s.193C(4)" { act = HA96, mark = "K", as_at = AS_AT, link = at.rev_2018,
  in_force = REDUCTION, dates_mark = "K",
  title = "Where relief ends so: accommodation all the same, in priority need and not intentionally homeless" }
law "HA96 s.193C(5)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "It ends for who is no longer eligible, loses the accommodation intentionally, accepts an assured tenancy of a " ..
    "private landlord, or leaves it" }
law "HA96 s.193C(6)" { act = HA96, as_at = AS_AT, link = at.prichard_193C, in_force = REDUCTION,
  dates_mark = "K",
  title = "It ends with a final offer, taken or refused, once what follows and the right to a review of its suitability " ..
    "were told",
  open = "that taking it ends the duty too is from general knowledge; no notice of the end is asked for" }
law "HA96 s.195(1)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "Prevention: for whoever is threatened with homelessness and eligible" }
law "HA96 s.195(2)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "Prevention: reasonable steps so that the home is not lost" }
law "HA96 s.195(5)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "Prevention ends by a notice" }
law "HA96 s.195(6)" { act = HA96, as_at = AS_AT, link = at.shelter_prevention, in_force = REDUCTION,
  dates_mark = "K",
  title = "Not on the ground of 56 days where it is a valid notice under s.21 of the Housing Act 1988 on the only " ..
    "home that threatens",
  open = "whether it holds for a notice under s.8 since 1 May 2026 was not read" }
law "HA96 s.195(8)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "The grounds of that notice: a home, 56 days beginning with the day first satisfied, and others" }
law "HA96 s.198(1)" { act = HA96, mark = "K", as_at = AS_AT,
  title = "A power to refer to another authority where there is a connection with it and none here, and " ..
    "no risk of violence there" }
law "HA96 s.198(5)" { act = HA96, mark = "K", as_at = AS_AT,
  title = "Whether that is so is settled by agreement of the authorities, else by arbitration" }
law "HA96 s.199" { act = HA96, as_at = AS_AT, link = at.s199,
  title = "Local connection: residence by choice, work, family, special circumstances" }
law "HA96 s.199(8)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "A care leaver owed s.23C duties has a local connection with that authority's district, of " ..
    "a county with every district; until 21 also where they lived in care for two years, some of it " ..
    "before 16" }
law "HA96 s.199(10)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "Until 21, a connection with each district of normal residence in care for 2 years or more " ..
    "without a break, some of it before 16" }
law "HA96 s.199A" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "Who is told during relief that another authority is asked is owed neither interim accommodation nor relief, and, " ..
    "where there may be priority need, accommodation until told what was settled; if it is not referred, relief and interim " ..
    "accommodation go on" }
law "HA96 s.200(1)" { act = HA96, as_at = AS_AT, link = at.s200,
  title = "Who is told that another authority is asked is owed neither interim accommodation nor the main duty, and " ..
    "accommodation until told whether the conditions for it are met",
  open = "read in a text of 2002" }
law "HA96 s.200(2)" { act = HA96, as_at = AS_AT, link = at.s200,
  title = "What was settled is told, with reasons and the right to a review; (3) and (4) the main duty is then this " ..
    "authority's, or the other's; (5) the accommodation ends though a review is asked for",
  open = "read in a text of 2002" }
law "HA96 s.202(1)" { act = HA96, as_at = AS_AT, link = at.s202, title = "The right to a review" }
law "HA96 s.202(1)(f)" { act = HA96, as_at = AS_AT, link = at.shelter_suit,
  title = "The right to a review of whether accommodation that is offered under the main duty is suitable, " ..
    "whether the offer is " ..
    "taken or refused",
  open = "there is none of interim accommodation" }
law "HA96 s.202(1)(g)" { act = HA96, as_at = AS_AT, link = at.s202, in_force = LOCALISM, dates_mark = "K",
  title = "The same of a private rented sector offer" }
law "HA96 s.202(1)(h)" { act = HA96, mark = "K", as_at = AS_AT, in_force = REDUCTION, dates_mark = "K",
  title = "The same of a final accommodation offer or a final Part 6 offer" }
law "HA96 s.202(2)" { act = HA96, as_at = AS_AT, link = at.s202, title = "No review of a review" }
law "HA96 s.202(3)" { act = HA96, as_at = AS_AT, link = at.s202,
  title = "A review is asked for before the end of 21 days beginning with the day of notification, or " ..
    "of longer that is allowed in writing" }
law "HA96 s.203" { act = HA96, mark = "K", as_at = AS_AT,
  title = "The decision on a review is notified, with the right to appeal and the time for it" }
law "HA96 s.203(4)" { act = HA96, mark = "K", as_at = AS_AT,
  title = "Reasons are given where the decision on review confirms, on any issue, what was decided against the " ..
    "applicant, or confirms a referral to another authority" }
law "HA96 s.204(1)" { act = HA96, as_at = AS_AT, link = at.shelter_202,
  title = "An appeal to the county court on a point of law" }
law "HA96 s.204(2)" { act = HA96, as_at = AS_AT, link = at.lgl_204,
  title = "It is brought within 21 days of being notified, or of when that should have been",
  open = "that it moves to the next day on which the court office is open is from general knowledge" }
law "HA96 s.208(4)" { act = HA96, mark = "K", as_at = AS_AT,
  title = "A home in another district: that authority is told before the end of 14 days beginning with " ..
    "the day on which it was made available" }
law "HA96 s.213A" { act = HA96, mark = "K", as_at = AS_AT, in_force = { "2002", false }, dates_mark = "K",
  title = "A household with a child that may be ineligible or intentionally homeless: children's " ..
    "services are told, with consent, and helped" }
law "HA96 s.213B" { act = HA96, mark = "K", as_at = AS_AT, link = at.rev_2018,
  in_force = { "2018-10-01", false },
  title = "Named public bodies (social services, prisons, youth offending teams, Jobcentres, hospitals among them) refer " ..
    "whoever may be homeless or threatened, with consent, to an authority of that person's choice; a referral is no " ..
    "application" }
law "SI 2002/2051" { act = "Homelessness (Priority Need for Accommodation) (England) Order 2002", mark = "K",
  as_at = AS_AT, in_force = { "2002-07-31", false }, dates_mark = "K",
  title = "The whole Order: who is in priority need beside those whom the Act names" }
law "SI 2002/2051 art 3" { act = "Homelessness (Priority Need for Accommodation) (England) Order 2002",
  as_at = AS_AT, link = at.pn_2002,
  title = "Priority need at 16 or 17, unless a relevant child or owed a duty under s.20" }
law "SI 2002/2051 art 4" { act = "Homelessness (Priority Need for Accommodation) (England) Order 2002",
  as_at = AS_AT, link = at.pn_2002,
  title = "Priority need under 21 after being looked after, accommodated or fostered at any time at " ..
    "16 or 17, unless a relevant student: one night is enough" }
law "SI 2002/2051 art 5" { act = "Homelessness (Priority Need for Accommodation) (England) Order 2002",
  as_at = AS_AT, link = at.shelter_21,
  title = "Priority need at 21 or over if vulnerable as a result of having been looked after, " ..
    "accommodated or fostered, however long ago, unless a relevant student" }
law "SI 2003/3326" { act = "Homelessness (Suitability of Accommodation) (England) Order 2003", as_at = AS_AT,
  link = at.shelter_bb, in_force = { "2004-04-01", false }, dates_mark = "K",
  title = "Bed and breakfast for a family or a pregnant person: only if there is nothing else, and for at " ..
    "most 6 weeks" }
law "SI 2003/3326 art 4" { act = "Homelessness (Suitability of Accommodation) (England) Order 2003", as_at = AS_AT,
  link = at.si2003_3326, mark = "K", in_force = { "2004-04-01", false },
  title = "The 6 weeks are one period or a total of periods",
  open = "the wording is from general knowledge, the day was read" }
law "SI 2003/3326, private homes" { act = "Homelessness (Suitability of Accommodation) (England) Order 2003", as_at = AS_AT,
  link = at.si2022_521, in_force = { "2022-06-01", false },
  title = "A room in a private home is no bed and breakfast (put in by SI 2022/521)" }
law "SI 2003/3326, nowhere to cook" { act = "Homelessness (Suitability of Accommodation) (England) Order 2003",
  as_at = AS_AT, link = at.shelter_bb, in_force = { "2023-06-01", false }, dates_mark = "K",
  title = "Bed and breakfast is also what has nowhere to cook (put in in 2023)",
  open = "the day in 2023 is from general knowledge" }
law "SI 2003/3326, new arrivals" { act = "Homelessness (Suitability of Accommodation) (England) Order 2003",
  as_at = AS_AT, link = at.shelter_2403, in_force = { "2022-06-01", "2024-05-31" },
  title = "The limit of 6 weeks was set aside for families who asked for help within two years of arriving (by SI 2022/521)",
  open = "for whom exactly was not read" }
law "SI 2018/223" { act = "Homelessness (Review Procedure etc.) Regulations 2018", mark = "K", as_at = AS_AT,
  in_force = REDUCTION, dates_mark = "K", title = "The whole instrument: reviews, non-co-operation and the duty to refer" }
law "SI 2018/223 reg 3" { act = "Homelessness (Review Procedure etc.) Regulations 2018", mark = "K", as_at = AS_AT,
  link = at.rev_2018,
  title = "A notice of non-co-operation is authorised by somebody at least as senior and not involved; for " ..
    "a care leaver by one of children's services",
  open = "which care leavers it means was not read; who only qualifies is not asked for here" }
law "SI 2018/223 reg 9" { act = "Homelessness (Review Procedure etc.) Regulations 2018", as_at = AS_AT,
  link = at.reg9,
  title = "A review is decided within 3 weeks (plan, end of prevention), 8 (most), 10 (joint referral) or " ..
    "12 (arbitrated referral), beginning with the request, or with representations; longer if agreed " ..
    "in writing",
  open = "whether a notice of non-co-operation that ends prevention is decided in 3 weeks too was not read" }
law "SI 2025/706" { act = "Allocation of Housing (Qualification Criteria) Regulations 2025",
  as_at = AS_AT, link = at.si2025_706, in_force = { "2025-07-10", false },
  title = "Part 6: no test of local connection against an eligible or relevant child, or a former " ..
    "relevant child under 25",
  open = "the short title is from general knowledge; it gives no priority: guidance only encourages equal priority for " ..
    "care leavers placed in the area" }

----------------------------------------------------------------------------------------------------
-- Age and time
----------------------------------------------------------------------------------------------------

law "FLRA69 s.9" { act = "Family Law Reform Act 1969", as_at = AS_AT, link = at.age_ni,
  in_force = { "1970-01-01", false },
  title = "An age is attained as its birthday begins" }
law "IA78 Sch 1" { act = "Interpretation Act 1978", mark = "K", as_at = AS_AT,
  in_force = { "1979-01-01", false }, dates_mark = "K",
  title = "A month is a calendar month" }
law "Trow v Ind Coope" { act = "Trow v Ind Coope (West Midlands) Ltd [1967]", mark = "K", as_at = AS_AT,
  in_force = { "1967", false },
  title = "\"Beginning with\" a day counts that day" }
law "Dodds v Walker" { act = "Dodds v Walker [1981]", mark = "K", as_at = AS_AT, in_force = { "1981", false },
  title = "A month ends on the corresponding date, or on the month's last day if there is none" }

----------------------------------------------------------------------------------------------------
-- Cases and guidance
----------------------------------------------------------------------------------------------------

law "16-17 guidance" { act = "Guidance on homeless 16 and 17 year olds", as_at = AS_AT, link = at.fosterline,
  title = "Bed and breakfast is not suitable at 16 or 17, not even in an emergency" }
law "Joint guidance 2018" { act = "Prevention of homelessness and provision of accommodation for 16 and 17 year olds (2018)",
  as_at = AS_AT, link = at.tbg, in_force = { "2018", false },
  title = "Information about advocacy is given when the assessment is explained",
  open = "the full title is from general knowledge" }
law "Code ch 19" { act = "Homelessness code of guidance, chapter 19", as_at = AS_AT, link = at.code_19, in_force = REDUCTION,
  title = "Whether to accommodate while a review is pending: the merits of the case, new material, the circumstances" }
law "Code on bed and breakfast" { act = "Homelessness code of guidance", mark = "K", as_at = AS_AT, link = at.code_22,
  in_force = REDUCTION,
  title = "Councils avoid bed and breakfast for care leavers under 25",
  open = "which care leavers it means was not read" }
law "Hotak v Southwark" { act = "Hotak v Southwark LBC [2015] UKSC 30", mark = "K", as_at = AS_AT,
  in_force = { "2015-05-13", false }, dates_mark = "K",
  title = "Vulnerable: significantly more so than an ordinary person who is homeless" }
law "Mitchell v Islington" { act = "Mitchell v Islington LBC [2020] EWHC 1478 (Admin)", as_at = AS_AT, link = at.hr_188,
  in_force = { "2020", false }, dates_mark = "K",
  title = "Without priority need interim accommodation ends once it is told that no duty under s.190 or " ..
    "s.193 follows", open = "the citation is from general knowledge" }
law "R (G) v Southwark" { act = "R (G) v Southwark LBC [2009] UKHL 26", mark = "K", as_at = AS_AT,
  in_force = { "2009-05-20", false }, dates_mark = "K",
  title = "The steps of s.20 for a homeless 16 or 17 year old; housing may not be put in its place, but for " ..
    "a refusal by somebody who is fully advised and able to decide" }
law "Surrey v BC" { act = "Surrey CC v BC [2025] EWCA Civ 719", as_at = AS_AT, link = at.bc_ca,
  in_force = { "2025-06-11", false },
  title = "Whether the duty of s.20 arose is for the authority, subject to rationality; help with " ..
    "accommodation that the young person found is not accommodation under s.20" }
law "TT v Essex" { act = "TT v Essex CC [2023] EWHC 826 (Admin)", as_at = AS_AT, link = at.tt,
  in_force = { "2023-04-03", false },
  title = "Accommodation run by a contractor and taken knowingly instead of s.20 did not make somebody looked after" }
law "TW v Essex" { act = "R (TW) v Essex CC [2024] EWHC 264 (Admin)", as_at = AS_AT, link = at.tw,
  in_force = { "2024-02-09", false },
  title = "The same of another young person of that council" }
law "Setting-up-home allowance" { act = "Guidance of the Department for Education to local authorities", as_at = AS_AT,
  link = at.tri_ntyne, in_force = { "2023-04-01", false },
  title = "An allowance of 3,000 pounds for setting up home on leaving care",
  open = "a figure of guidance, read in a council's page" }
law "Code ch 22, from May 2024" { act = "Homelessness code of guidance, chapter 22", as_at = AS_AT, mark = "V",
  link = at.lgl_ih, in_force = { "2024-05-03", false },
  title = "To find a care leaver intentionally homeless should be exceptional",
  open = "which care leavers it means, and pages issued again on 1 May and 1 September 2026, were not read" }
law "CLR guidance vol 3" { act = "Children Act 1989 guidance, volume 3 (2015)", as_at = AS_AT,
  link = at.cypn_bb, in_force = { "2015", false },
  title = "Bed and breakfast for a care leaver: exceptional, and at most 2 working days" }
law "WT" { act = "Working Together to Safeguard Children, editions from 2018 on", as_at = AS_AT,
  link = at.wt_speakcase, in_force = { "2018-07-04", false }, dates_mark = "K",
  title = "A social worker decides on a referral within 1 working day; an assessment takes at most " ..
    "45 working days from the referral",
  open = "read in the text of 2023; that the figures hold since the edition of 4 July 2018 is from general knowledge; " ..
    "earlier editions were not looked at, and a text of 2026 was not seen" }

return { at = at }

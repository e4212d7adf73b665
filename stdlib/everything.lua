-- Every module of law: what `moot law` lists. A new module is one more line.

require "law"
require "leaving_care"
require "checklists"
require "local_connection"
require "notices"
require "part7"
require "parties"
require "priority_need"
require "referral"
require "reviews"
require "sixteen_seventeen"
require "suitability"

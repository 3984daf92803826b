# Sojourn in English. One-sentence texts have no full stop; "..." where a button opens a dialog.

## Months and days

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

## Fields and lists

cancel = Cancel
field-required = Needed
number-not-a-number = Not a whole number
number-out-of-range = Must be from { $from } to { $to }
date-not-a-date = Not a date: try 14 May 1985, 2027-01-10 or +3m
date-no-such-day = The month has no such day
date-month = Month
date-previous-month = Previous month
date-next-month = Next month
date-open-month = Choose a day
date-today = Today
date-none = No date
search-empty = Empty the search
picker-filter = Type to find
picker-none-found = Nothing found
tags-add = Add
tags-remove = Remove { $name }
table-name = { $name }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
table-row = { $label }, row { $number } of { $of }
table-choose-all = Choose all
toast-close = Close the message

## Commands

command-group-go = Go to
command-group-record = Records
command-group-file = Files
command-group-edit = Undo and find
command-group-window = Window
command-home = Home
command-home-tip = What needs you today
command-volunteers = Volunteers
command-volunteers-tip = All volunteers
command-organisations = Organisations
command-organisations-tip = Partners and the rest of the network
command-placements = Placements
command-placements-tip = Posts at partners
command-missions = Missions
command-missions-tip = Who serves where, and when
command-network = Network
command-network-tip = Who is linked with whom, and who has what
command-practices = Practices
command-practices-tip = What worked, where and why
command-calendar = Calendar
command-calendar-tip = Missions month by month
command-import-export = Import and export
command-import-export-tip = Spreadsheets in and out, calendars, backups
command-history = History
command-history-tip = Every edit, and who made it
command-settings = Settings
command-settings-tip = Language, theme, limits of the office
command-new-volunteer = New volunteer
command-new-volunteer-tip = Add a person
command-new-organisation = New organisation
command-new-organisation-tip = Add a partner or another actor
command-new-placement = New placement
command-new-placement-tip = Add a post at a partner
command-new-practice = New practice
command-new-practice-tip = Write down what worked
command-delete-record = Delete
command-delete-record-tip = Delete what is chosen; Undo brings it back
command-import = Import...
command-import-tip = Bring in a spreadsheet
command-export-list = Export the list...
command-export-list-tip = Write the list as a spreadsheet
command-export-calendar = Export the calendar...
command-export-calendar-tip = Write the missions as a calendar file
command-backup = Back up...
command-backup-tip = Write a copy of the office file
command-restore-backup = Restore a backup...
command-restore-backup-tip = Go on from a backup, in the place of an office file that was lost or damaged
command-new-office = New office...
command-new-office-tip = Begin an empty office file
command-invited-office = New office, invited...
command-invited-office-tip = Begin the office file that head office has invited
command-open-office = Open...
command-open-office-tip = Open an office file
command-sample-office = Open the sample office
command-sample-office-tip = Invented people to try things out with
command-close-office = Close the office
command-close-office-tip = Back to the start page
command-lock-office = Lock the office
command-lock-office-tip = Close the file until its passphrase is typed
command-undo = Undo
command-undo-tip = Take back the last edit
command-redo = Redo
command-redo-tip = Do again what was undone
command-palette = Search people, placements, commands
command-palette-tip = Find anything, and do anything, by typing
command-find-in-list = Find in the list
command-find-in-list-tip = Go to the search field of the list
command-help = Help
command-help-tip = First steps and all shortcuts
command-switch-language = Switch language
command-switch-language-tip = English or French, at once
command-toggle-theme = Light or dark
command-toggle-theme-tip = Switch between the light and the dark theme
command-zoom-in = Larger
command-zoom-in-tip = Everything larger
command-zoom-out = Smaller
command-zoom-out-tip = Everything smaller
command-zoom-reset = Usual size
command-zoom-reset-tip = Everything as large as at first
command-quit = Quit
command-quit-tip = Everything is kept already

## Palette and help

palette-placeholder = Type a name or a command
palette-nothing = Nothing found
help-title = Help
help-shortcuts = Shortcuts
help-first-steps = First steps
help-step-1 = Open the sample office to look around, or make your own with New office...
help-step-2 = Bring in the spreadsheets that you have: each column is matched to a field, and you see every row before it comes in
help-step-3 = Choose a placement and see who fits, with the reasons for and against each
help-step-4 = Place somebody: the mission appears on the calendar
help-step-5 = Send lists, the calendar or a backup to head office
help-note = Everything is saved as you enter it, and everything can be undone, also after a restart
help-keys-lists = In lists
help-keys-lists-text = Arrows, Page up and Page down move; Shift and Ctrl choose several; Enter opens; typing finds; Ctrl+C copies rows for a spreadsheet
help-keys-fields = In fields
help-keys-fields-text = Enter or Tab finishes, Esc restores; dates may be typed as 14 May 1985, 14/5/85, today or +3m; Alt+Down opens the month

## The shell

all-kept = All changes kept
keeping = Working...
undo = Undo
redo = Redo
undo-what = Undo: { $what }
undone = Undone: { $what }
redone = Done again: { $what }
no-backup = No backup yet
backup-today = Backup today { $time }
backup-on = Backup { $day }
backed-up = Backup written to { $path }
search-everything = Search people, placements, commands
making-sample = Making the sample office

## Start page and new office

start-what = Placement of skilled volunteers: who goes where, when and why, in one file on this computer
start-sample-note = Made-up people, partners and missions to look around
start-new-note = Begin with an empty office and your own sheets
start-invited-note = With the invitation file from head office
start-open-note = An office file on this computer or a stick
start-restore-note = Go on from a copy when the office file was lost or damaged
start-recent = Recent offices
new-office-title = New office
new-office-confirm = Choose where to keep it...
new-office-needs = A name and a country are needed
new-office-protect = Protect this file with a passphrase
new-office-protect-note = Recommended: whoever takes the computer cannot read it then

passphrase-text = A passphrase protects this office
passphrase-label = Passphrase
passphrase-open = Open
passphrase-wrong = The passphrase is wrong, capital letters count
passphrase-lost = Lost the passphrase...
passphrase-leave = Another office
passphrase-new = New passphrase
passphrase-again = Once more
passphrase-before = Passphrase now
passphrase-short = At least { $least } characters: a few words in a row are long, and easy to remember
passphrase-differs = The two are not the same

recovery-title = Lost the passphrase
recovery-text = Head office can give it back by two small files, if the office was linked with it before. Write a request, send the file to head office, and read them its code by telephone.
recovery-request = Write the request...
recovery-asked = The code of the request is { $code }
recovery-then = When the answer of head office has come
recovery-answer = Take the answer...
recovery-head-office = An office lost its passphrase
recovery-head-office-text = It sends you a request. Telephone it before you send the answer back: who has the answer can open the file.
recovery-head-office-answer = Answer a request...
recovery-answered = The answer for { $office } is { $path }. Send it only if they read you the code { $code }.
office-name = Name
office-country = Country
office-role = Role
choose-country = Choose a country
role-country-office = Country office
role-head-office = Head office

## Choosing files

file-open-office = Open an office file
file-new-office = Where to keep the office file
file-import = Choose a sheet to bring in
file-export-list = Where to write the list
file-export-calendar = Where to write the calendar
file-plan = Export the plan
file-print-calendar = Where to print the calendar
file-holidays = Choose a calendar of public holidays
file-recovery-request = Write the request for head office
file-recovery-question = Choose the request of the office
file-recovery-answer = Choose the answer of head office
file-proposal = Print the proposal
file-backup = Where to write the backup
file-restore-from = Choose a backup
file-restore-to = Where to put the restored office file
file-rejected = Where to write the rejected rows
file-path = File
file-path-note = Type a path, or choose below
file-open = Open
file-save = Save

## Lists

find-in-list = Find in list
import-ellipsis = Import...
filter-clear = Clear filters
list-shown = { $shown } of { $all } shown
list-chosen = { $count } selected
list-received = changed by a received file
list-reading = Reading...
list-nothing-fits = Nothing fits this search and these filters
column-name = Name
new-volunteer-name = New volunteer
new-organisation-name = New organisation
new-practice-title = New practice
new-placement-title = New placement
empty-volunteers = No volunteers yet
empty-volunteers-text = Bring in the spreadsheet that you have, or add the first person by hand
empty-organisations = No organisations yet
empty-organisations-text = Partners, associations, authorities, funders: bring in a sheet or add the first one
empty-placements = No placements yet
empty-placements-text = Bring in the book of posts that you have, or write the first placement
empty-missions = No missions yet
empty-missions-text = Choose a placement, look at its candidates and place somebody
empty-practices = No practices yet
empty-practices-text = Write down what worked, where and why, so that others can do it again

## Words of the domain

kind-volunteer = volunteer
kind-organisation = organisation
kind-placement = placement
kind-mission = mission
kind-practice = practice
kind-office = office
standing-applied = applied
standing-assessed = assessed
standing-ready = ready
standing-resting = resting
standing-refused = refused
standing-left = left
stage-proposed = proposed
stage-with-partner = with partner
stage-offered = offered
stage-accepted = accepted
stage-preparing = preparing
stage-serving = serving
stage-completed = completed
stage-ended-early = ended early
stage-declined = declined
stage-cancelled = cancelled
status-draft = draft
status-submitted = submitted
status-changes-asked = changes asked
status-approved = approved
status-open = open
status-filled = filled
status-closed = closed
status-cancelled = cancelled
priority-urgent = urgent
priority-normal = normal
priority-low = low
level-native = native
level-native-short = native

## What an edit did

op-auto = change
op-new-office = new office { $name }
op-added = new { $kind } { $name }
op-removed = removed { $kind } { $name }
op-set = { $field } of { $name }: { $to }
op-cleared = { $field } of { $name } cleared, was { $from }
op-changed = { $field } of { $name } from { $from } to { $to }
op-changed-many = { $count } changes to { $name }
op-changed-records = { $count } records changed
op-placed = placed { $volunteer } as { $placement }, { $first } to { $last }
op-stepped = { $volunteer }, { $placement }: { $stage }
op-moved = { $volunteer }, { $placement }: moved to { $first } to { $last }
op-extended = { $volunteer }, { $placement }: extended to { $last }
op-reassigned = { $volunteer }: reassigned from { $from } to { $to }
op-accepted = proposed { $count ->
    [one] { $count } person
   *[other] { $count } people
} for placements
op-decided = { $volunteer }, { $placement }: { $decision }
op-until = { $what } until { $day }
op-undecided = { $volunteer }, { $placement }: taken back ({ $decision })
op-set-templates = milestones that missions get
op-set-holidays = holidays of { $country }: { $count } new
op-removed-holidays = holidays of { $country }: { $count } removed
op-set-matching = settings of matching
op-imported = import of { $file }: { $added } new ({ $kind })
op-imported-updated = import of { $file }: { $added } new, { $updated } updated ({ $kind })
op-sampled = sample office: { $volunteers } volunteers, { $placements } placements, { $missions } missions
op-undid = undid { $what }
op-erased = erased { $reference }
op-linked = linked with { $name }
op-settled = { $count ->
    [one] decided one conflict
   *[other] decided { $count } conflicts
}
op-redid = did again { $what }
op-merged = merged { $gone } into { $kept }
op-not-same = { $one } and { $other } are two people

## What is refused, and what to do

refused-not-there = There is no file { $path }
hint-not-there = look for it under another name, or plug in the drive it is on
refused-folder = { $path } is a folder
hint-office-file = choose a file that ends in .sojourn
refused-already-there = { $path } is already there
hint-already-there = choose another name, or open the file that is there
refused-not-an-office = { $path } is not an office file
hint-not-an-office = choose a file that ends in .sojourn, and bring in spreadsheets with Import
refused-newer = { $path } was written by a newer Sojourn
hint-newer = install the newer program, nothing was changed
refused-open = { $path } is open on { $holder }
hint-open = close it there first
refused-permission = No permission to write { $path }
hint-permission = copy the file to a folder of your own, or ask whoever looks after this computer
refused-not-a-folder = { $path } is in the place of the folder of backups
refused-disk-full = The disk is full
hint-not-a-folder = give that file another name; until then no backup can be made
hint-disk-full = free some space, then try again, nothing was lost
refused-pulled-away = { $path } was removed or replaced while it was open
hint-pulled-away = put it back, or write a backup elsewhere, nothing more is written until then
refused-locked = { $path } is protected by a passphrase
hint-locked = open it and type the passphrase
refused-wrong-passphrase = The passphrase is wrong
hint-wrong-passphrase = type it again, capital letters count
refused-short-passphrase = A passphrase has at least { $least } characters
hint-short-passphrase = a few words in a row are long, and easy to remember
refused-key-file-missing = The key file { $path } is missing
hint-key-file-missing = an office file and its key file belong together, copy both, or take the key file beside a backup
refused-key-file = { $path } cannot be used
hint-key-file = ask for it again, or take the copy beside the newest backup
refused-not-protected = { $path } is not protected by a passphrase
refused-no-recovery = Head office has no key to this office file
hint-no-recovery = a passphrase is recovered only of an office that was linked with head office before
refused-not-asked = Nothing was asked for { $path } here, or it was answered already
hint-not-asked = take the answer to the computer on which the request was made, or ask again
refused-damaged = The office file is damaged ({ $what })
hint-damaged = open the newest backup
refused-no-record = There is no { $kind } { $wanted }
refused-several-records = More than one { $kind } is { $wanted }
refused-not-a-value = { $field } cannot be { $value }
hint-not-a-value = write it as the other values are written
refused-erased = { $who } was erased
hint-erased = what is counted stays; nothing more is kept of this person
refused-not-linked = This office is not linked with that one
hint-same-person = choose two records
hint-not-linked = head office invites an office; the office opens the invitation
refused-same-person = { $name } was named twice
refused-nothing-to-undo = There is nothing to undo
refused-nothing-to-redo = There is nothing to redo
refused-changed-since = { $what } has been changed since
hint-changed-since = look at its history, and change it by hand
refused-cancelled = Cancelled, nothing was changed
refused-system = The file could not be read or written ({ $what })
hint-check = try again
rule-no-name = A name is needed
rule-birth-date = Born on { $birth }: this cannot be, please correct it
rule-last-before-first = The last day { $last } lies before the first day { $first }
rule-too-young = { $age } years old on the first day { $day }, { $least } at least
rule-too-old = { $age } years old on the last day { $day }, { $most } at most
rule-too-short = { $days } days: a mission is at least { $least } weeks
rule-too-long = { $weeks } weeks in all: a mission is at most { $most } weeks
rule-double-booked = Already on mission { $other } from { $first } to { $last }
rule-free = free from { $first } to { $last }
rule-skill-level = Level { $level }: the scale is 1 to 4
rule-weeks = { $least } to { $most } weeks: a mission is { $limit_least } to { $limit_most } weeks
rule-places = { $filled } of { $places } places filled elsewhere
rule-no-free-place = no place is free, all { $places } are taken
rule-step = A mission that is { $from } cannot become { $to }
rule-same-name = There are two milestones called “{ $name }”
rule-step-in-future = { $on } has not come yet, today is { $today }
rule-step-before = { $on } lies before the last step, made on { $last }
rule-not-begun = The mission begins on { $first }, not on { $on }: move its first day, or make the step on that day
rule-not-over = The mission ends on { $last }, not on { $on }: end it early, or make the step on its last day
rule-not-extendable = A mission that is “{ $stage }” cannot be extended
rule-not-later = The mission ends on { $last }, { $to } is not later
rule-not-funded = Funded until { $until }, but it would end on { $to }
rule-total-weeks = { $served } weeks served and { $weeks } more, at most { $most } weeks in all as { $category } volunteer
rule-not-reassignable = A mission that is “{ $stage }” cannot go on in another placement: only one that is being served can
rule-reassigned-outside = The mission lasts from { $first } to { $last }, the new one would begin on { $on }: choose a day within
rule-availability = Available for { $least } weeks at least, but { $most } at most
rule-not-on-earth = Latitude { $latitude }, longitude { $longitude } is not on the earth

## Fields, as the history names them

field-volunteer-gone = removed
field-volunteer-reference = reference
field-volunteer-full-name = full name
field-volunteer-given-name = given name
field-volunteer-family-name = family name
field-volunteer-own-script-name = in own script
field-volunteer-sex = sex
field-volunteer-birth-date = birth date
field-volunteer-nationalities = nationalities
field-volunteer-passport-country = passport used
field-volunteer-residence = lives in
field-volunteer-residence-place = town
field-volunteer-heritage = heritage countries
field-volunteer-diaspora-organisation = diaspora association
field-volunteer-categories = categories
field-volunteer-email = e-mail
field-volunteer-phone = phone
field-volunteer-emergency-name = in emergency
field-volunteer-emergency-relation = who that is
field-volunteer-emergency-phone = emergency phone
field-volunteer-occupation = occupation
field-volunteer-occupation-title = in own words
field-volunteer-occupation-years = years of work
field-volunteer-education = education
field-volunteer-qualification = qualification
field-volunteer-available-from = available from
field-volunteer-available-until = available until
field-volunteer-weeks-least = weeks at least
field-volunteer-weeks-most = weeks at most
field-volunteer-availability-asked = asked on
field-volunteer-preferred-countries = countries wished
field-volunteer-preferred-regions = regions wished
field-volunteer-preferred-sectors = sectors wished
field-volunteer-ruled-out = never to
field-volunteer-medically-unsupported = no medical help in
field-volunteer-travels-with = travels with
field-volunteer-accompanied = accompanied
field-volunteer-dependants = dependants
field-volunteer-consent-on = consent given on
field-volunteer-keep-until = keep until
field-volunteer-standing = standing
field-volunteer-notes = notes
field-organisation-gone = removed
field-organisation-reference = reference
field-organisation-name = name
field-organisation-acronym = acronym
field-organisation-kind = kind
field-organisation-country = country
field-organisation-place = place
field-organisation-position = position
field-organisation-sectors = sectors
field-organisation-website = website
field-organisation-agreement-from = agreement from
field-organisation-agreement-until = agreement until
field-organisation-ceased-on = ceased on
field-organisation-notes = notes
field-organisation-registration = register number
field-organisation-due-diligence = due diligence
field-organisation-due-diligence-on = due diligence on
field-organisation-heritage = countries of heritage
field-organisation-heritage-languages = languages of heritage
field-placement-gone = removed
field-placement-reference = reference
field-placement-foreign-reference = other reference
field-placement-title = title
field-placement-organisation = organisation
field-placement-country = country
field-placement-duty-station = duty station
field-placement-position = position
field-placement-occupation = occupation
field-placement-sector = sector
field-placement-places = places
field-placement-places-filled-elsewhere = filled elsewhere
field-placement-categories = categories
field-placement-start-from = start from
field-placement-start-until = start until
field-placement-weeks-least = weeks at least
field-placement-weeks-most = weeks at most
field-placement-accompanied = may be accompanied
field-placement-excluded-nationalities = nationalities not taken
field-placement-together = filled together or not at all
field-placement-programme = programme
field-placement-priority = priority
field-placement-funding = funding
field-placement-funding-from = funded from
field-placement-funding-until = funded until
field-placement-objectives = objectives
field-placement-counterpart = counterpart
field-placement-conditions = conditions
field-placement-status = status
field-placement-notes = notes
field-mission-gone = removed
field-mission-reference = reference
field-mission-volunteer = volunteer
field-mission-placement = placement
field-mission-first = first day
field-mission-last = last day
field-mission-stage = stage
field-mission-extended-from = extended from
field-mission-early-end = early end
field-mission-early-end-reason = reason of early end
field-mission-notice-on = notice given on
field-mission-last-working-day = last working day
field-mission-override-reason = reason for setting a rule aside
field-mission-reserved-until = reserved until
field-mission-follows = follows mission
field-mission-funded-until = funded until
field-mission-notes = notes
field-office-gone = removed
field-office-name = name
field-office-country = country
field-office-role = role
field-office-limits = limits
field-office-matching = matching
field-office-templates = milestones
field-office-reporting = reports due
field-practice-gone = removed
field-practice-reference = reference
field-practice-title = title
field-practice-stage = stage
field-practice-context = context
field-practice-problem = problem
field-practice-steps = steps
field-practice-results = results
field-practice-constraints = constraints
field-practice-conditions = conditions
field-practice-sectors = sectors
field-practice-occupations = occupations
field-practice-countries = found in
field-practice-languages = languages
field-practice-documents = documents
field-practice-noted-on = noted on
part-gone = removed
part-volunteer-language = language
part-volunteer-skill = skill
part-clearance = paper
part-absence = absence
part-standing-step = standing
part-contact = contact
part-link = link
part-requirement = requirement
part-decision = decision
decision-pinned = pinned
decision-held = held
decision-not-here = not here
decision-not-at-partner = not at this partner
part-stage-step = stage
part-milestone = milestone
part-report = report
part-offer = offer or need
part-site-visit = site visit
part-project = project
part-objective = competence to pass on
part-coordination = work side by side
part-trained = people trained
part-transfer = competence passed on
part-origin = origin
part-replication = replication

## The calendar

record-yes = yes
record-none = none
record-gone = This record is not there any more
record-gone-text = It was removed; Undo may bring it back
record-history-when = { $day }, { $time }, { $author }
record-history-cleared = nothing, was { $from }
record-history-changed = { $to }, was { $from }
record-history-more = Show more
tab-profile = Profile
tab-history = History
sex-female = female
sex-male = male
sex-other = other
category-international = international
category-national = national
category-youth = youth
category-diaspora = diaspora
education-primary = primary school
education-secondary = secondary school
education-vocational = vocational training
education-bachelor = bachelor
education-master = master
education-doctorate = doctorate
level-full-a1 = A1 first words
level-full-a2 = A2 simple matters
level-full-b1 = B1 everyday work
level-full-b2 = B2 fluent at work
level-full-c1 = C1 in any setting
level-full-c2 = C2 mastery
skill-level-1 = 1 beginner
skill-level-2 = 2 works with guidance
skill-level-3 = 3 works alone
skill-level-4 = 4 can teach others
clearance-passport = Passport
clearance-medical = Medical
clearance-police = Police check
clearance-references = References
clearance-safeguarding = Safeguarding
clearance-visa = Visa
clearance-insurance = Insurance
clearance-vaccination = Vaccination
clearance-other = Other paper
clearance-state-requested = requested
clearance-state-held = held
clearance-state-refused = refused
party-volunteer = volunteer
party-partner = partner
party-office = office
party-head-office = head office
early-end-resignation = resignation
early-end-medical = medical
early-end-administrative = administrative
early-end-conflict = conflict
early-end-lack-of-fit = lack of fit
early-end-personal = personal
early-end-reassigned = reassigned
early-end-interrupted = interrupted
report-periodic = Periodic report
report-mid-term = Mid-term report
report-final = Final report
report-partner = Partner's report
report-follow-up = Look back after the return
chip-more = { $title }: { $first } and { $more } more


## Organisations

organisation-name = Name
organisation-kind = Kind
organisation-country = Country
organisation-place = Place
organisation-sectors = Sectors
organisation-agreement-until = Agreement until
organisation-placements = Placements
organisation-active = Active
organisation-ceased = ceased
organisation-contacts = Contacts
organisation-where = Where
organisation-agreement = Agreement
organisation-agreement-ended = ended
organisation-agreement-soon = ends soon
organisation-more = More
organisation-new-placement = New placement here
organisation-no-placements = No placements here yet
organisation-kind-partner = Partner
organisation-kind-diaspora-association = Diaspora association
organisation-kind-ngo = NGO
organisation-kind-civil-society = Civil society group
organisation-kind-local-authority = Local authority
organisation-kind-company = Private company
organisation-kind-university = University
organisation-kind-funder = Funder
contact-add = Add a contact
contact-none = No contacts yet
contact-unnamed = Unnamed
contact-left = left
contact-name = name
contact-role = role
contact-email = e-mail
contact-phone = phone
contact-since = since
contact-until = until
link-add = Add a link
link-kind = This organisation
link-other = Other organisation
link-none = No links yet
link-not-to-itself = An organisation is not linked to itself
link-agreement = Agreement
link-over = over
link-since = since
link-until = until
link-note = note
link-hosts = hosts volunteers of
link-hosted-by = has volunteers at
link-funds = funds
link-funded-by = is funded by
link-member-of = is a member of
link-has-member = has as member
link-refers = refers volunteers to
link-referred-by = gets volunteers from
link-trains = trains people of
link-trained-by = has people trained by
link-supplies = supplies
link-supplied-by = is supplied by
link-twin = is a twin of
position-label = position
position-placeholder = latitude, longitude
position-not-read = { $text } is not a position: write latitude and longitude in degrees, such as -1.2921, 36.8219

## Placements

placement-title = Title
placement-organisation = Organisation
placement-country = Country
placement-duty-station = Duty station
placement-start = Start
placement-weeks = Weeks
placement-free-of-places = Free
placement-priority = Priority
placement-status = Status
placement-sector = Sector
placement-with-free-places = With free places
placement-requirements = Requirements
placement-candidates = Candidates
placement-missions = Missions
placement-where = Where
placement-what = What and whom
placement-when = When
placement-money = Who pays
placement-more = More
placement-weeks-unit = weeks
placement-open-organisation = Open the organisation
placement-free-places = { $places ->
    [one] { $free } of 1 place free
   *[other] { $free } of { $places } places free
}
placement-from-to = { $from } to { $to }
placement-from = from { $from }
placement-by = by { $to }
placement-weeks-range = { $least } to { $most }
placement-weeks-least = { $weeks } or more
placement-weeks-most = up to { $weeks }
placement-weeks-line = { $weeks } weeks
placement-no-missions = Nobody has been placed here yet
placement-see-candidates = See the candidates
requirement-add = Add a requirement
requirement-none = No requirements yet
requirement-note = A must decides who can go, a nice counts in favour
requirement-not-said = Not said yet
requirement-kind-skill = Skill
requirement-kind-language = Language
requirement-kind-qualification = Qualification
requirement-kind-experience = Experience
requirement-kind-other = Other condition
requirement-must = must
requirement-nice = nice
requirement-must-full = must: decides who can go
requirement-nice-full = nice: counts in favour
requirement-weight = weight
requirement-level = level { $level }
requirement-years = { $years ->
    [one] 1 year
   *[other] { $years } years
}
requirement-level-least = level at least
requirement-years-least = years at least
requirement-years-unit = years
requirement-of-what = of what

## Candidates of a placement

candidates-looking = Looking at everyone ({ $count })
candidates-who-can-go = Who can go
candidates-everyone = Everyone
candidates-only-this = +{ $count } without it
candidates-unknown = { $count } not known
candidates-fitting = { $count ->
    [one] 1 candidate fits
   *[other] { $count } candidates fit
}
candidates-unsure = { $count ->
    [one] Of 1 of them something that decides is not known: ask first
   *[other] Of { $count } of them something that decides is not known: ask first
}
candidates-nobody = Nobody fits yet: look above at which rule leaves nobody, and below at who is nearest
candidates-best = The best { $count } are shown
candidates-more = Show more
candidates-nearest = { $count ->
    [one] 1 person misses one or two conditions
   *[other] { $count } people miss one or two conditions
}
candidates-all = All candidates
candidates-fit = fit { $fit }
candidates-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
candidates-place = Place...
candidates-open-volunteer = Open the volunteer
candidates-asked = Asked
candidates-has = Has
candidates-makes-fit = What makes the fit
candidates-points = { $points } of { $most }
candidates-placed = { $name } is proposed from { $first } to { $last }
candidates-show-month = Show on the calendar
candidates-open-mission = Open the mission
candidates-close-note = Close this note
place-title = Place { $name }
place-confirm = Propose the mission
place-first = First day
place-weeks = Length
place-last = Last day
place-reason = Reason
place-reason-hint = why the rule is set aside
place-clash = Serves on { $other } from { $first } to { $last }: a reason is needed to place the person all the same
place-tentative = Also put forward for { $other } from { $first } to { $last }
place-take-free = Take the free days { $first } to { $last }
place-fine = Nothing speaks against these days
place-past = The first day has passed
place-no-place-free = No place is free in this placement
place-before-window = The placement starts on { $day } at the earliest
place-after-window = The placement starts by { $day }
place-after-funding = Funding ends on { $day }
place-weeks-least = The placement asks for { $weeks } weeks at least
place-weeks-most = The placement takes { $weeks } weeks at most
place-available-from = The volunteer is available from { $day }
place-available-until = The volunteer is available until { $day }
place-absent = The volunteer is away from { $first } to { $last }

## Reasons that matching gives

verdict-fits = fits
verdict-missing = missing
verdict-unknown = unknown
verdict-renew = renew
verdict-to-get = to get
reason-line = { $what }: { $has }, asked { $asked }
reason-rule-standing = Standing
reason-rule-country = Country
reason-rule-host = Nationality
reason-rule-refused = Partner's answer
reason-rule-decided = Decision
reason-rule-total = Weeks in all
reason-rule-earlier = Earlier mission
reason-rule-window = Dates
reason-rule-age = Age
reason-rule-category = Category
reason-rule-company = Company
reason-rule-occupation = Occupation
reason-rule-skill = Skills
reason-rule-language = Languages
reason-rule-qualification = Qualification
reason-rule-experience = Experience
reason-rule-other = Other conditions
reason-rule-clearance = Papers
reason-not-known = not known
reason-any = any
reason-any-level = any level
reason-none = none
reason-has-it = has it
reason-to-judge = to be judged
reason-stated = see what is stated
reason-level-not-known = level not known
reason-language-not-named = no language is named
reason-range = { $least } to { $most }
reason-weeks = { $weeks } weeks
reason-free = from { $day }, { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
reason-funded = funded { $days }
reason-country-open = not ruled out
reason-country-ruled-out = ruled out by the volunteer
reason-country-no-medical = no medical support there
reason-host = no citizens of { $countries }
reason-refused = the partner said no for { $placement } on { $day }
reason-not-here = not here
reason-not-at-partner = not at this partner
reason-held = held for { $placement }
reason-held-until = held for { $placement } until { $day }
reason-total = { $category }, at most { $most } weeks in all
reason-total-has = { $served } weeks served, { $weeks } more
reason-already-here = has { $mission } here ({ $stage })
reason-declined-here = was declined before ({ $mission })
reason-window-over = the window closed on { $day }
reason-proposed-elsewhere = { $free }, also proposed for { $mission }
reason-placement-country-not-known = the placement names no country
reason-origin-not-known = residence and nationality not known
reason-own-country = { $country } is their own country
reason-national = lives in { $country } or is a citizen
reason-heritage = heritage in { $country } or in an association of its diaspora
reason-company-from = from { $weeks } weeks
reason-company-none = nobody along
reason-company-partner = a partner
reason-company-both = a partner and { $count ->
    [one] 1 dependant
   *[other] { $count } dependants
}
reason-company-dependants = { $count ->
    [one] 1 dependant
   *[other] { $count } dependants
}
reason-paper-needed = until { $day }
reason-paper-lead = takes { $lead } weeks, { $left } left
reason-paper-until = until { $day }
reason-paper-held = held
reason-paper-requested = requested
reason-paper-refused = refused
criterion-occupation = Occupation and skills
criterion-language = Languages
criterion-experience = Experience there
criterion-preference = Wishes
criterion-heritage = Heritage
criterion-team = Team
criterion-waiting = Waiting
criterion-start = Early start
criterion-duration = Length
criterion-urgency = Urgency
criterion-known = What is known
because-occupation-same = the very occupation
because-occupation-near = { $digits ->
    [one] an occupation of the same major group
   *[other] a related occupation ({ $digits } of 4 digits)
}
because-occupation-not-known = the occupation is not known
because-skills = { $reached } of { $asked } skills reached
because-languages = { $reached } of { $asked } languages reached
because-languages-above = { $above } above what is asked
because-language-of-country = Speaks { $language }, a language of { $country }
because-no-language-of-country = Speaks no official language of { $country }
because-languages-not-known = The languages are not known
because-served-in = Served in { $country } in { $year }
because-lives-in = Lives in { $country }
because-citizen-of = Citizen of { $country }
because-no-experience = No experience in or near { $country } known
because-wish-country = { $rank ->
    [one] first choice of country
   *[other] choice { $rank } of country
}
because-wish-region = { $rank ->
    [one] first choice of region
   *[other] choice { $rank } of region
}
because-wish-sector = { $rank ->
    [one] first choice of sector
   *[other] choice { $rank } of sector
}
because-wish-other = Wishes for something else
because-no-wish = No wishes are known
because-heritage = Heritage in { $country }
because-no-heritage = No heritage in { $country } known
because-waiting = Ready for { $days ->
    [one] 1 day
   *[other] { $days } days
}
because-not-ready = Not ready yet
because-ready-not-known = Ready, since when is not known
because-start-first = Starts on the first day wanted
because-start-later = Starts { $days ->
    [one] 1 day
   *[other] { $days } days
} after the first day wanted
because-duration = { $weeks } of at most { $most } weeks
because-team-youth = Youth is rare in this team
because-team-others = Experienced people are rare in this team
because-team-balanced = The team stays as balanced
because-urgency = Priority { $priority }
because-urgency-start = Priority { $priority }, to start within { $days ->
    [one] 1 day
   *[other] { $days } days
}
because-known = Nothing to ask
because-questions = { $questions ->
    [one] 1 of { $decide } conditions is a question
   *[other] { $questions } of { $decide } conditions are questions
}
calendar-export = Export...
calendar-export-title = Calendar as a file
calendar-export-confirm = Choose a file...
calendar-export-all = All missions, each as an event of whole days
calendar-export-shown = The missions that the calendar is narrowed to, in whatever month
calendar-export-milestones = Milestones too, each on its day
calendar-export-names = Tell the names of the volunteers
calendar-export-partners = Tell the partners
calendar-export-contacts = Tell telephone numbers and e-mail addresses of the volunteers
calendar-export-note = Without a tick, the file tells reference, title and place alone
calendar-print = Print...
calendar-print-title = Print the calendar
calendar-print-what = What
calendar-print-from = twelve months from { $month }
calendar-print-paper = Paper
calendar-print-mission = Mission
calendar-print-none = No missions in this time
calendar-find = Find a mission
calendar-stage = Stage
calendar-country = Country
calendar-whole = All missions
calendar-choose-month = Choose a month
calendar-previous-year = Previous year
calendar-next-year = Next year
calendar-missions = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
}
calendar-days = { $first } to { $last }
calendar-weeks = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
calendar-overridden = a rule was set aside
calendar-click = Click to open the mission
calendar-first-day = first day
calendar-last-day = last day
calendar-more = +{ $count } more
calendar-grid = Days of the month, { $day }
calendar-today = today
calendar-in = { $count } in
calendar-out = { $count } out
calendar-arrive = { $count ->
    [one] { $count } arrives
   *[other] { $count } arrive
}
calendar-leave = { $count ->
    [one] { $count } leaves
   *[other] { $count } leave
}
calendar-empty = No missions yet
calendar-empty-text = Open a placement, see who fits and place somebody: the mission appears here
## Home

home-title = What needs you
home-empty = An office with nothing in it yet
home-empty-text = Bring in the sheets that you have: people first, then the book of posts; every row is shown before it comes in
home-import-volunteers = Import volunteers...
home-import-placements = Import placements...
home-nothing = all well
home-nothing-text = Nothing needs you today
home-late = late
home-this-week = this week
home-soon = soon
agenda-paper-ends = { $paper } ends
agenda-report-due = Report due: { $report }
home-overdue-volunteer = Overdue, for the volunteer to do
home-overdue-partner = Overdue, for the partner to do
home-overdue-office = Overdue, for the office to do
home-overdue-head-office = Overdue, for head office to do
home-due-volunteer = Due in 14 days, for the volunteer to do
home-due-partner = Due in 14 days, for the partner to do
home-due-office = Due in 14 days, for the office to do
home-due-head-office = Due in 14 days, for head office to do
home-extensions-not-agreed = Extensions not agreed by both sides
home-papers-run-out = People whose papers run out before they may
home-ending-without-successor = Missions ending without a successor
home-starting-with-nobody = Placements starting within 90 days with nobody
home-waiting-for-answer = Proposals waiting for an answer
home-reservations-ending = Proposals whose reservation ends
home-reports-due = Missions with reports due
home-agreements-ending = Agreements with partners that end
home-rules-set-aside = Missions for which a rule was set aside
home-in-service = In service by month
home-serving-today = { $count } today
home-next-30-days = Next 30 days
home-nothing-soon = No arrival, departure or milestone
home-arrival = Arrival
home-departure = Last day

## History

history-when = When
history-who = Who
history-what = What
history-undone = undone
history-past = closed
history-by = { $when }, { $who }
history-was = was { $value }
history-from-to = { $from } -> { $to }
history-more = The first { $count } changes are shown
history-empty = Nothing was done yet
history-empty-text = Everything that is entered, imported or undone is listed here

## Settings

settings-office = Office
settings-limits = Limits of missions
settings-limits-text = They hold at every door: in this window, on the command line and for imports
settings-age-least = Youngest age
settings-age-most = Oldest age
settings-weeks-least = Weeks at least
settings-weeks-most = Weeks at most
settings-youth-least = Youth from age
settings-youth-most = Youth to age
settings-milestones = Milestones
settings-milestones-text = What new missions have to be done for them, and when; missions that are there keep theirs
settings-add-milestone = Add milestone
settings-milestones-first = As at first
settings-holidays = Public holidays
settings-holidays-text = Brought in from any calendar file (.ics), from two years back to ten years ahead
holidays-until = { $count ->
    [one] one holiday, until { $until }
   *[other] { $count } holidays, until { $until }
}
holidays-remove = Remove the holidays of { $country }
holidays-country = Holidays of
holidays-import = Import...
holidays-added = { $country }: { $added ->
    [0] no new holidays
    [one] one new holiday
   *[other] { $added } new holidays
}
holidays-left-out = { $count ->
    [one] {", one event left out that lasts no whole day"}
   *[other] {", "}{ $count } events left out that last no whole day
}
holidays-no-calendar = { $file } is not a calendar
holidays-no-calendar-hint = choose a file that a calendar program has written, most end in .ics
holidays-no-events = { $file } has no events
holidays-no-whole-days = { $file } has appointments only, none of its events lasts a whole day
holidays-choose-hint = choose a calendar of public holidays
holidays-none-in-time = { $file } has no holidays from { $first } to { $last }
holidays-none-in-time-hint = look for a newer calendar of the country
template-abroad = abroad
template-due = Due
template-due-hint = A number below zero is before that day
template-unit = Unit
template-from = Counted from
template-every = Again every
template-waits-for = Waits for
template-after-clearances = Only after every clearance
template-closed-by = Closed by clearance
template-categories = Only for
template-countries = Only in
template-only-abroad = Only for who leaves their own country
template-weeks-least = Only from
template-first = the first day
template-middle = the middle
template-last = the last day
template-unit-days = days
template-unit-weeks = weeks
template-unit-months = months
template-days = { $count ->
    [one] one day
   *[other] { $count } days
}
template-weeks = { $count ->
    [one] one week
   *[other] { $count } weeks
}
template-months = { $count ->
    [one] one month
   *[other] { $count } months
}
template-on = on { $anchor }
template-before = { $count } before { $anchor }
template-after = { $count } after { $anchor }
settings-total = Weeks in all
settings-total-note = The most that one person may serve in all missions of a category; empty is no limit
settings-matching = Matching
settings-matching-text = What the rules ask before anybody is planned; how much each criterion counts is set in Matching, under Weights
settings-digits = Occupation
settings-digits-4 = the same occupation (4 digits of ISCO-08)
settings-digits-3 = the same minor group (3 digits of ISCO-08)
settings-digits-2 = the same sub-major group (2 digits of ISCO-08)
settings-digits-1 = the same major group (1 digit of ISCO-08)
settings-company = With company
settings-company-note = Shortest mission on which a partner or dependants may come along
settings-unknowns = Open questions
settings-unknowns-plan = Plan people while a question is open
settings-unknowns-note = The question is shown beside the match; without the tick the person waits until it is answered
settings-rest = Rest
settings-rest-note = Between two missions of one person that are planned one after the other
settings-reserve = Reserved for
settings-reserve-note = So long a proposal or a hold keeps place and person, unless another day is said
settings-days-unit = days
settings-months-unit = months
settings-papers = Papers that a mission needs
settings-papers-note = A paper that ends too soon, or cannot be had before the start, keeps a person out
settings-paper-add = Add a paper
settings-paper-lead = Takes
settings-paper-lead-note = To get it, or to renew it
settings-paper-margin = Good for
settings-paper-margin-note = Beyond the last day of the mission
settings-paper-abroad = Only for those who go to another country
settings-paper-takes = { $weeks ->
    [one] 1 week to get
   *[other] { $weeks } weeks to get
}
settings-paper-beyond = { $months ->
    [one] 1 month beyond the last day
   *[other] { $months } months beyond the last day
}
settings-paper-only-abroad = only abroad
settings-window = How it looks
settings-language = Language
settings-theme = Theme
settings-light = light
settings-dark = dark
settings-size = Size
settings-backups = Backups
settings-backups-text = One a day, and one before each import; the newest first
settings-protection = Passphrase
protection-on = A passphrase protects the file and its backups; the key file beside each belongs to it
protection-off = Whoever takes this computer, or a copy of the file, can read everything in it
protection-protect = Protect
protection-change = Change the passphrase
protection-take-off = Take the protection off
protection-lock-after = Lock after
protection-minutes = minutes without a key or a click
protection-protected = A passphrase protects the file now
protection-changed = The new passphrase holds
protection-taken-off = The file can be read by anyone now

refused-still-needed = { $name } cannot be removed: { $count } { $kind } records need it
hint-still-needed = remove those first, or keep it and say that it is over

## Import and export

import-kind-volunteers = Volunteers
import-kind-organisations = Organisations
import-kind-placements = Placements
import-kind-missions = Missions
import-kind-practices = Practices
import-kind-projects = Projects
import-kind-offers = Offers and needs
import-kind-links = Links
import-kind-site-visits = Site visits
import-kind-replications = Replications
import-kind-trained = People trained
import-title = Bring in a spreadsheet
import-note = .xlsx, .xls, .ods, .csv: you see what each column feeds and every row before anything comes in, and the whole import is undone at once
import-rows-are = Each row is one of
import-guess = Find out
import-choose-file = Choose file...
import-drop = or drop a file on the window, or copy cells in a spreadsheet and paste them here
import-pasted = pasted cells
import-opening = Reading { $file }
import-of = { $kind } from { $file }
import-step-read = 1 Read
import-step-columns = 2 Columns
import-step-check = 3 Check
import-next = Next
import-do = { $count ->
    [one] Import { $count } row
   *[other] Import { $count } rows
}
import-cancelled = The import was cancelled, nothing came in
import-checking = Looking at every row
import-under-way = Importing
import-answer = Answer
import-first-rows = First rows of the file
import-sheet = Sheet
import-hidden-sheet = { $sheet } (hidden)
import-heads-in = Names of columns
import-no-heads = nowhere: the first row is data
import-head-row = in row { $row }
import-encoding = Encoding
import-delimiter = Between cells
import-comma = comma
import-semicolon = semicolon
import-tab = tab
import-bar = vertical bar
import-no-delimiter = nothing: one column
import-quotes = Quotes around cells
import-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
import-read-note = Click the row that names the columns, if it is another one
import-recalled = Mapped as the last time for a file of this shape
import-column = Column
import-field = Feeds
import-fits = Fits
import-field-of = Field of { $column }
import-not-imported = not imported
import-column-empty = empty
import-day-or-month = Day or month first?
import-day-first = Day first: 31/12
import-month-first = Month first: 12/31
import-some-fit = { $fits } fit, { $misfits } do not
import-look = { $count ->
    [one] { $count } to look at
   *[other] { $count } to look at
}
import-all-fit = { $count ->
    [one] { $count } fits
   *[other] { $count } fit
}
import-filled = { $filled ->
    [one] { $filled } cell with something in it
   *[other] { $filled } cells with something in them
}
import-misfits = What does not fit
import-more-misfits = and { $count } more
import-match = Match { $text }
import-match-to = Match to...
import-leave-empty = Leave empty
import-matched = Matched
import-means = { $text } means { $meaning }
import-left-empty = { $text } is left empty
import-all-rows = All rows
import-constants-note = What new records hold where the file says nothing
import-add-constant = Add a field...
import-recognised = Recognised by
import-recognised-note = A row with the same values here updates the record that is there, instead of adding one
import-make-partners = Add partners that are not there yet
import-asks-day-or-month = In the column { $head } dates such as { $example } fit both orders: does the day or the month come first?
import-asks-column = No column feeds { $field }, which every row needs
import-asks-constant = { $field } for all rows: { $text } { $why }
import-count-rows = { $count ->
    [one] { $count } row
   *[other] All { $count } rows
}
import-count-new = { $count } new
import-count-updated = { $count } updated
import-count-unchanged = { $count } unchanged
import-count-rejected = { $count } rejected
import-count-left-out = { $count ->
    [one] { $count } text left out
   *[other] { $count } texts left out
}
import-new-partners = { $count ->
    [one] { $count } organisation that is not there yet is added
   *[other] { $count } organisations that are not there yet are added
}
import-columns-left = Not imported: { $columns }
import-preview = Rows as they will come in
import-rejected = Rejected rows
import-left-out = Texts left out
import-text = Text
import-why = Why
import-kept-in = Kept in
import-rows-head = Rows
import-row = Row
import-reason = Reason
import-outcome = Becomes
import-changes = What changes
import-change = { $field }: { $from } to { $to }
import-is-new = new
import-is-updated = updated
import-is-unchanged = unchanged
import-is-rejected = rejected
import-done = { $file } came in
import-sum-rows = rows in the file
import-sum-new = new
import-sum-updated = updated
import-sum-unchanged = unchanged
import-sum-rejected = rejected
import-sum-left-out = { $count ->
    [one] { $count } text did not fit its field and is kept in the notes
   *[other] { $count } texts did not fit their fields and are kept in the notes
}
import-open-list = Open { $kind }
import-save-rejected = Save the rejected rows...
import-rejected-file = rejected
import-undo = Undo the import
import-another = Another file
import-undone-or-followed = The import was undone, or other edits came after it: see the history
misfit-no-date = is not a date
misfit-day-or-month = may be two dates: choose whether the day or the month comes first
misfit-other-order = is not a date in the order chosen
misfit-month-only = is a month: its first day is taken
misfit-no-number = is not a whole number
misfit-too-much = is more than { $most }
misfit-no-yes-or-no = is neither yes nor no
misfit-no-email = is not an e-mail address
misfit-unknown-country = is not a known country
misfit-unknown-region = is not a known region
misfit-unknown-language = is not a known language
misfit-unknown-occupation = is not a known occupation
misfit-unknown-sector = is not a known sector
misfit-unknown-word = is not a known word
misfit-several = may be one of several: { $names }
misfit-level-unclear = names a language, but no clear level
misfit-sheet-error = is an error of the spreadsheet
misfit-half-position = is half a position
misfit-second = is a second value for a field that takes one
misfit-no-organisation = is not an organisation of this office
misfit-no-practice = is not a practice of this office
misfit-no-mission = is not a mission of this office
notice-unclosed-quote = The quotation mark in line { $line } is not closed where it should be: { $lines } more lines became one cell
notice-unreadable = { $count } characters do not fit the encoding
notice-encoding = The encoding was guessed to be { $encoding }: look at letters with accents
notice-rounded = { $count } numbers have more than 15 digits: the spreadsheet has rounded them
notice-formulas = { $count } formulas have no results in the file: open it in a spreadsheet program and save it first
notice-error-cells = { $count } cells hold an error such as #N/A
notice-merged = { $count } merged cells: every row they cover got the value
sheet-not-there = There is no file { $path }
sheet-not-there-hint = check the name and the folder
sheet-folder = { $path } is a folder, not a file
sheet-folder-hint = choose a file in it
sheet-empty = { $file } is empty
sheet-empty-hint = ask the sender for the file again
sheet-no-permission = You may not read { $path }
sheet-no-permission-hint = close it in other programs, or copy it to a folder of your own
sheet-password = { $file } is protected with a password
sheet-password-hint = open it in your spreadsheet program, take the password off and save it under a new name
sheet-broken = { $file } is damaged or was not copied completely
sheet-broken-hint = open it in your spreadsheet program and save it again, or ask the sender for it again
sheet-no-table = { $file } is not a table
sheet-no-table-hint = open it in the program it belongs to and save the table as .xlsx, .ods or .csv
sheet-no-rows = The sheet { $sheet } of { $file } has no rows
sheet-no-rows-hint = choose another sheet
sheet-too-large = { $file } is too large to be read at once
sheet-too-large-hint = split it into several files, or remove sheets and columns that are not needed
sheet-not-written = { $file } could not be written: { $reason }
sheet-not-written-hint = close it in other programs, or choose another folder
why-not-full = the disk is full
why-not-write-protected = the disk or stick is write-protected
why-not-permission = there is no permission to write there
why-not-folder = the folder is not there
sheet-disk = { $file } could not be read: { $reason }
sheet-disk-hint = copy it to your own disk and try again
sheet-ending = { $file } ends neither in .xlsx nor in .csv
export-title = Write lists
export-note = For head office, partners and spreadsheets of your own
export-xlsx = XLSX...
export-csv = CSV...
export-ics = ICS...
export-button = { $name }: { $ending }
export-calendar = Calendar
export-calendar-note = missions as events, for calendar programs
export-backup = Backup
export-backup-note = a copy of the whole office file
export-parts = Lists of what belongs to them
export-of-organisations = of organisations
export-of-practices = of practices
export-of-missions = of missions
export-writing = Writing
export-lacking = { $more ->
    [0] The letters for printing lack { $letters }: each is printed as a box
   *[other] The letters for printing lack { $letters } and { $more } more: each is printed as a box
}
export-written = Written: { $path }
chip-one = { $title }: { $what }

## Where the office file lies

drive-network = This office file is on a network drive: work on a copy on this computer's own disk
drive-removable = This office file is on a drive that can be unplugged: work on a copy on this computer's own disk

## Why a row does not come in

rejected-misfit = { $head }: { $text } { $why }
rejected-nothing = Every row needs { $field }, this one has none
rejected-twice = { $reference } is in the file more than once
rejected-kind = This kind of row is not imported
rejected-no-organisation = { $head }: { $text } is not an organisation of this office, write its name, acronym or reference, or add it first
rejected-no-practice = { $head }: { $text } is not a practice of this office, write its title or reference, or add it first
rejected-no-mission = { $head }: { $text } is not a mission of this office, write its reference, or add it first
rejected-several = { $head }: { $text } may be several, write the reference of the one that is meant

## Volunteers

volunteer-state = State
volunteer-occupation = Occupation
volunteer-nationality = Nationality
volunteer-country = Country
volunteer-language = Language
volunteer-level-least = At least
volunteer-languages = Languages
volunteer-skills = Skills
volunteer-category = Category
volunteer-free = Free
volunteer-free-on = Free on
volunteer-free-now = now
volunteer-busy-until = after { $day }
volunteer-years-short = { $years } y
volunteer-age = { $years } years old
volunteer-abilities = Skills
volunteer-availability = Availability
volunteer-papers = Papers
volunteer-missions = Missions
volunteer-no-missions = Has not been placed yet: choose a placement and look at its candidates
volunteer-person = Person
volunteer-work = Work
volunteer-reach = How to reach them
volunteer-names = Parts of the name
volunteer-heritage = Diaspora
volunteer-kept = What we keep
volunteer-absences = Cannot serve
volunteer-wishes = Would like to go to, the dearest first
volunteer-not-there = Does not go to
volunteer-company = Who comes along
volunteer-accompanied = a partner who does not serve
standing-since = since { $day }
standing-change = Change...
standing-close = Close
standing-next = Stands now as
standing-from = From
standing-reason = Reason
standing-say = Keep this step
standing-to-come = That day is still to come: say it then
standing-step = { $day } { $standing }
level-not-known = level not known
language-add = Add a language
language-level = level
skill-add = Add a skill
skill-unnamed = New skill
skill-level = level
skill-level-short = level { $level }
skill-years = years
absence-add = Add an absence
absence-first = first day
absence-last = last day
absence-reason = reason
paper-add = Add a paper
paper-none = No papers yet
paper-state = state
paper-expires = good until
paper-number = number
paper-country = country
paper-issued = given on
paper-note = note
paper-valid = until { $day }
paper-ends = ends { $day }
paper-too-short = ends { $ends }, needed until { $needed }
paper-expired = expired { $day }
## Missions

mission-tab = Mission
mission-volunteer = Volunteer
mission-placement = Placement
mission-organisation = Organisation
mission-country = Country
mission-stage = Stage
mission-first = First day
mission-last = Last day
mission-weeks = Weeks
mission-reference = Reference
mission-from = Serving from
mission-until = Serving until
mission-milestones = Milestones
mission-reports-and-absences = Reports, leave
mission-reports = Reports
mission-absences = Absences
mission-days = Days
mission-length = Length
mission-agreed-last = first agreed to
mission-on-calendar = Show on the calendar
mission-overlaps = Overlaps with { $other } from { $first } to { $last }
mission-more = More
mission-exception = exception made
mission-onward = Onward
mission-extensions = Extension
mission-no-extensions = Not extended so far
mission-extend-to = New last day
mission-extend = Extend to { $day }
mission-extended = { $from } to { $to }
mission-partner-agreed = Partner agreed on
mission-volunteer-agreed = Volunteer agreed on
mission-agreed = agreed
mission-to-be-agreed = to be agreed
mission-not-agreed-yet = Not agreed by both sides yet: Home reminds of it
mission-reassign = Another placement
mission-reassign-text = This mission ends the day before, and a new one that follows it begins
mission-reassign-to = Goes on in
mission-reassign-first = First day there
mission-reassign-last = Last day there
mission-reassign-now = Reassign
mission-handover = Handover
mission-handover-before = Before
mission-handover-after = After
mission-handover-next-day = the next day
mission-handover-gap = { $days ->
    [one] one day with nobody there
   *[other] { $days } days with nobody there
}
mission-handover-overlap = { $days ->
    [one] one day together
   *[other] { $days } days together
}
mission-waits-for = after: { $names }
mission-early-end = Early end
mission-early-end-kind = kind
mission-end-early = End the mission early
mission-reason = reason
mission-refused = { $what }; { $hint }
mission-hint-last-by = choose a last day by { $day }
mission-hint-last-from = choose a last day from { $day } on
mission-hint-order = exchange the two days, or correct one
mission-hint-birth = choose other days, or correct the day of birth of { $name }
mission-hint-exception = choose other days, or say under “Exception made” why it may be
mission-next = Move on
mission-steps = So far
mission-step-on = On
mission-said-by = Said by
mission-step-reason = Reason
mission-reason-needed = needed here
mission-step-to = Move on to { $stage }
mission-over = This mission has come to its end; a new one is proposed from the placement
mission-open-placement = Open the placement
mission-no-milestones = Nothing is to be done
mission-add-milestone = Add a milestone
mission-new-milestone = New milestone
mission-tick-done = { $name } is done
mission-done-on = done { $day }
mission-overdue = overdue
mission-due-soon = this week
mission-what = what
mission-who = who
mission-due = due
mission-due-on = due { $day }
mission-done = done on
mission-note = note
mission-no-reports = No reports are due
mission-add-report = Add a report
mission-report-kind = kind
mission-received = received on
mission-received-on = received { $day }
mission-tick-received = { $name } has been received
mission-summary = summary
mission-no-absences = No absences
mission-add-absence = Add an absence

## Matching: the plan

command-matching = Matching
command-matching-tip = The best plan for all open places, and why
matching-planning = Planning for the whole office...
matching-reading = Reading people: { $done } of { $total }
matching-judging = Judging who can go: { $done } of { $total } placements
matching-following = Bringing the plan up to date...
matching-stopped = Planning was stopped
matching-stopped-text = There is no plan until it is made
matching-stopped-old = Planning was stopped: this is the plan from before the last changes
matching-plan-again = Plan again
matching-plan = { $filled } of { $places } places, fit { $fit }
matching-with-questions = { $count ->
    [one] 1 with something to ask
   *[other] { $count } with something to ask
}
history-limits = { $age_least } to { $age_most } years old, { $weeks_least } to { $weeks_most } weeks, youth { $youth_least } to { $youth_most }
matching-proved = proved best
matching-gap = at most { $fit } fit and { $urgency } urgency below the best
matching-since = { $places } places, { $fit } fit, { $people ->
    [one] 1 person moves
   *[other] { $people } people move
}
matching-compare-from-here = Compare from here
matching-relaxed = { $count ->
    [one] 1 rule set aside to try
   *[other] { $count } rules set aside to try
}
matching-relaxed-end = Put the rules back
matching-unkept = { $count ->
    [one] 1 pin or hold cannot be kept: { $who }
   *[other] { $count } pins and holds cannot be kept: { $who }
}
matching-nothing-open = No open places
matching-nothing-open-text = A placement that is approved or open and has free places is planned for here
matching-places = Places
matching-left-out = Left out
matching-nobody-left-out = The plan has a place for everybody
matching-fit-count = { $count ->
   *[other] { $count } fit
}
matching-filled = { $filled } of { $free } filled in the plan
matching-posts-count = { $count ->
    [one] 1 place
   *[other] { $count } places
}
matching-free-places = { $count ->
    [one] 1 free place
   *[other] { $count } free places
}
matching-weeks = { $weeks } weeks
matching-team = filled together or not at all
matching-set-aside = Try without
matching-choices = Candidates, and what choosing each would cost the whole plan
matching-nobody-near = Nobody fits, and nobody comes near
matching-person = Person
matching-placement = Placement
matching-plan-would-lose = plan loses { $cost }
matching-when = When
matching-fit = Fit
matching-plan-loses = Plan loses
matching-from-weeks = { $day }, { $weeks } weeks
matching-in-plan = in the plan
matching-no-room = no room
matching-loses-places = { $count ->
    [one] 1 place
   *[other] { $count } places
}
matching-loses-urgency = urgency
matching-loses-fit = { $fit } fit
matching-loses-nothing = nothing
matching-at-most = at most { $cost }
matching-does-not-fit = does not fit
matching-moves = { $who } goes from { $from } to { $to }
matching-comes = { $who } comes to { $to }
matching-leaves = { $who } leaves { $from }
matching-more-moves = and { $count } more
matching-empty-nobody = Nobody fits: the bars show where people drop out, the table who comes nearest
matching-empty-too-few = Only { $people ->
    [one] 1 person
   *[other] { $people } people
} for { $places } places: { $placements }
matching-empty-team = A team is filled together or not at all, and there are not enough people for all of it
matching-empty-costs = It could be filled, but the rest of the plan would lose more
matching-if-filled = If it is filled all the same, the plan loses { $cost }
matching-why-not-me = Why not in the plan
matching-out-no-placement = No place passes the rules, by the first rule that fails: { $rules }
matching-out-outbid = Others fit better. It would cost least at { $placement }: { $cost }
matching-out-couple = There are no two places for this person and { $with }
matching-out-settled = Pins and holds have all the places that are possible
matching-nearest = Nearest: { $placement }, but
matching-places-for = Placements, and what each would cost the whole plan
matching-choose-pair = Choose a person to see them beside the placement
matching-for = for { $title }, { $when }
matching-to-day = until { $day }
matching-if-chosen = If chosen
matching-without = Without this match the plan would lose: { $cost }
matching-print = Print...
matching-print-partner = Print for the partner...
matching-page-title = Proposal: { $title }
matching-page-foot = { $office }, { $day }
matching-open-placement = Open the placement
matching-export = Export...
matching-file = plan { $day }.xlsx
matching-writing = Writing the plan: { $done } of { $total }
matching-empty-but-for = { $count ->
    [one] Nobody fits; 1 person would but for the rule { $rule }
   *[other] Nobody fits; { $count } people would but for the rule { $rule }
}
matching-empty-none = Nobody fits, nor would anybody with one rule set aside
matching-accept = Accept...
matching-weights = Weights
matching-weights-note = The most points of each criterion; the plan follows while you drag
matching-in-turn = Several missions in turn
matching-in-turn-title = Who serves where in turn
matching-in-turn-planning = Planning several missions in turn...
matching-in-turn-none = Nobody can serve within these { $months } months
matching-in-turn-plan = { $missions ->
    [one] 1 mission
   *[other] { $missions } missions
} of { $people ->
    [one] 1 person
   *[other] { $people } people
} that begin by { $day }, fit { $fit }, { $proof }
matching-in-turn-below = at most { $share } % from the best there could be
matching-in-turn-urgency = at most { $urgency } urgency and { $share } % fit from the best there could be
matching-in-turn-without = Without couples ({ $couples }) and teams ({ $teams }): they are planned for one mission each
matching-in-turn-rest = Rest before
matching-in-turn-rest-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
matching-presets = Presets
matching-preset-usual = usual
matching-preset-name = Name
matching-preset-save = Keep as preset
matching-preset-remove = Remove the preset
matching-propose = Propose
matching-propose-dots = Propose...
matching-pin = Pin...
matching-hold = Hold...
matching-not-here = Not this one...
matching-not-partner = Never at this partner...
matching-take-back = Take back
matching-decide = Keep
matching-reason = Reason
matching-until = Until
matching-against = A rule decides against this pair: say why it is set aside
matching-days = { $first } to { $last }
matching-ask-propose = Propose { $name } for { $title }
matching-ask-pin = Pin { $name } to { $title }
matching-ask-hold = Hold { $title } for { $name }
matching-ask-not-here = Not { $name } for { $title }
matching-ask-not-partner = { $name } never at this partner
matching-accept-title = Propose what the plan has
matching-accept-all = All
matching-accept-line = { $who }: { $placement }, { $day }, fit { $fit }
matching-propose-many = { $count ->
    [one] Propose 1
   *[other] Propose { $count }
}

## The timeline

command-timeline = Timeline
command-timeline-tip = Missions as bars over days: who is where, and where a place stands empty
timeline-rows = Rows
timeline-by-volunteer = by volunteer
timeline-by-placement = by placement
timeline-by-partner = by partner
timeline-by-country = by country
timeline-by-programme = by programme
timeline-fit = Fit
timeline-wider = Zoom in
timeline-narrower = Zoom out
timeline-chart = Timeline from { $first } to { $last }, rows { $rows }
timeline-quarter = Q{ $quarter }
timeline-no-country = No country
timeline-no-programme = No programme
timeline-no-partner = No partner
timeline-no-name = No name
timeline-handover = handover { $days ->
    [one] { $days } day
   *[other] { $days } days
}
timeline-gap = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
timeline-open = { $count ->
    [one] open from { $day }
   *[other] { $count } places open from { $day }
}
timeline-free = { $count ->
    [one] { $count } free place
   *[other] { $count } free places
}
timeline-milestone-done = done
timeline-milestone-late = late
timeline-milestone-due = to be done
timeline-milestones-more = and { $count } more here
timeline-move-title = Move the mission
timeline-move = Move
timeline-hint-bar = Drag it or its ends; with the keyboard: M moves it, S its first day, E its last day, D types the days
timeline-hint-keys = Arrows move it by a day, with Shift by a week; Enter keeps it, Esc leaves it as it was
timeline-hint-keys-refused = It cannot be kept so; Esc leaves it as it was
timeline-hint-drag = Let go to keep it, Esc to leave it as it was
timeline-hint-drag-refused = It cannot be kept so: let go to leave it as it was
command-who-is-where = Who is where
command-who-is-where-tip = Everyone in service or on the way, to print or to hand over
file-whereabouts = Write who is where
where-in-service = in service
where-on-leave = on leave until { $day }
where-arriving = arriving
where-leaving = leaving
where-with-partner = a partner
where-dependants = { $count ->
    [one] one dependant
   *[other] { $count } dependants
}
where-empty = Nobody is in service on { $day }
where-empty-text = People appear here from three days before the first day of their mission to three days after the last
where-name = Name
where-presence = Presence
where-town = Duty station
where-partner = Partner
where-contact = Contact there
where-phone = Telephone
where-email = E-mail
where-reach = Reached by
where-emergency = In an emergency
where-with = With
where-nationalities = Nationalities
where-passport = Passport
where-from = From
where-until = Until
where-mission = Mission
where-people = { $count ->
    [one] one person
   *[other] { $count } people
}
where-print = Print...
where-xlsx = Workbook...
where-file = Who is where
where-no-country = Country not known
where-heading = { $country }: { $count }
where-title = Who is where on { $day }
where-foot = { $office }, written on { $day }, personal data: keep it safe

command-agenda = Agenda
command-agenda-tip = What happens in the next days, and people in service through a year
agenda-days = { $days } days
agenda-year = Year
agenda-year-before = Year before
agenda-year-after = Year after
agenda-day = Day
agenda-what = What
agenda-placement = Placement
agenda-arrivals = Arrivals
agenda-departures = Departures
agenda-papers = Papers that end
agenda-count = { $count ->
    [one] one line
   *[other] { $count } lines
}
agenda-empty = Nothing happens in these days
agenda-empty-text = Choose more days, or take away what the list is narrowed to
agenda-year-empty = Nobody is in service in { $year }
agenda-week = { $country }, { $first } to { $last }: { $count }

## Exchange between offices

command-exchange = Exchange
command-exchange-tip = Files from and for other offices
command-conflicts = Conflicts
command-conflicts-tip = Where offices disagree, field by field
file-send = Folder for the files
file-receive = Files from other offices
file-open-invitation = Open an invitation
file-invitation = Invitation to write
exchange-receive = Receive...
exchange-invite = Add a country office...
exchange-open-invitation = Open an invitation...
exchange-empty = This office exchanges files with no other yet
exchange-empty-head = Add a country office: it gets a small invitation file, and is linked once it has opened it
exchange-empty-country = Head office writes an invitation for this office: open it here
exchange-send-to = Send to { $office }...
exchange-send-title = Send to { $office }
exchange-not-heard-of = Invited; nothing can be sent to it before its first file has come
exchange-invited = invited
exchange-confirmed = all confirmed
exchange-unsent = { $count ->
    [one] one edit not yet sent
   *[other] { $count } edits not yet sent
}
exchange-unconfirmed = { $count ->
    [one] one edit sent, not yet confirmed
   *[other] { $count } edits sent, not yet confirmed
}
exchange-conflicts = { $count ->
    [one] one conflict to decide
   *[other] { $count } conflicts to decide
}
exchange-side-by-side = { $count ->
    [one] one row changed side by side
   *[other] { $count } rows changed side by side
}
exchange-decide = Look at them
exchange-files = Files
exchange-last-sent = Last sent no. { $number }, { $when }
exchange-nothing-sent = Nothing sent yet
exchange-last-received = Last received no. { $number }, { $when }
exchange-nothing-received = Nothing received yet
exchange-file-sent = Sent no. { $number }, { $when }: { $edits ->
    [one] one edit
   *[other] { $edits } edits
}, { $size } kB
exchange-file-received = Received no. { $number }, { $when }: { $edits ->
    [one] one edit
   *[other] { $edits } edits
}, { $size } kB
exchange-choose-folder = Choose a folder...
exchange-nothing-new = Nothing new: the file only says what has come here
exchange-inside = { $edits ->
    [one] One edit
   *[other] { $edits } edits
} with { $changes ->
    [one] one change
   *[other] { $changes } changes
}
exchange-leaving = { $count ->
    [one] One record is no longer for that office
   *[other] { $count } records are no longer for that office
}
exchange-send-note = What is not confirmed is sent again, so that a lost file does no harm
exchange-invite-title = Add a country office
exchange-invite-confirm = Write the invitation...
exchange-invite-note = Hand the invitation over like a key: whoever opens it first takes this office's place
exchange-sent-title = Written
exchange-received-title = Received
exchange-linked-title = Linked
exchange-good = Good
exchange-written = { $edits ->
    [one] one edit
   *[other] { $edits } edits
} with { $changes ->
    [one] one change
   *[other] { $changes } changes
}, { $size } kB
exchange-sent-note = Put the files on a stick or send them; they are sealed for the two offices
exchange-nothing-found = There was no file for this office
exchange-linked = { $office }: the first file sent from the country office makes the link known
exchange-linking = Linking
exchange-receiving = Receiving
exchange-sending = Writing files
exchange-looking = Looking at what is new
receipt-nothing-new = Nothing new
receipt-new = { $edits ->
    [one] One new edit
   *[other] { $edits } new edits
} with { $changes ->
    [one] one change
   *[other] { $changes } changes
}
receipt-already-here = { $count ->
    [one] One change was here already
   *[other] { $count } changes were here already
}
receipt-conflicts = { $count ->
    [one] One conflict to decide
   *[other] { $count } conflicts to decide
}
receipt-side-by-side = { $count ->
    [one] One row was changed side by side
   *[other] { $count } rows were changed side by side
}
receipt-not-understood = { $count ->
    [one] One change of a newer program, kept for after the upgrade
   *[other] { $count } changes of a newer program, kept for after the upgrade
}
receipt-incomplete = { $count ->
    [one] The beginning of one row has not come yet
   *[other] The beginning of { $count } rows has not come yet
}
receipt-left = { $count ->
    [one] One record is no longer for this office and was removed here
   *[other] { $count } records are no longer for this office and were removed here
}
receipt-leaving = { $count ->
    [one] One record stays until the edits made here are confirmed
   *[other] { $count } records stay until the edits made here are confirmed
}
receipt-doubtful = { $count ->
    [one] One edit by a clock that is more than a day ahead
   *[other] { $count } edits by a clock that is more than a day ahead
}
receipt-confirmed = { $count ->
    [one] One edit of this office is confirmed
   *[other] { $count } edits of this office are confirmed
}
receipt-missing = No. { $number } from { $office } is missing
receipt-broken = To look at: { $what }
bundle-damaged = { $file } is not a file from another office, or was damaged on the way
hint-bundle-again = ask for it again; what it holds is also in the next one
bundle-too-large = { $file } is larger than any file from an office
bundle-for-another = { $file } is for another office
hint-bundle-for-another = pass it on to the office in its name
bundle-own = { $file } was written by this office
hint-bundle-own = send it to the other office
bundle-unknown = { $file } comes from an office that is not linked with this one
bundle-not-signed = { $file } was not signed by the office that it names
hint-bundle-not-signed = do not use it; ask that office whether it sent it
bundle-newer = { $file } was written by a newer Sojourn
bundle-not-an-invitation = { $file } is not an invitation, or was damaged on the way
hint-bundle-invitation = choose the file that ends in .sojourninvitation
bundle-not-head-office = Only head office adds country offices
bundle-not-country-office = This is a head office, which invites others
hint-bundle-not-country-office = make a new office file from the invitation
bundle-already-linked = This office is linked with { $office } already
bundle-own-invitation = This invitation was written by this office
bundle-not-heard-of = { $office } has not sent anything yet
hint-bundle-not-heard-of = it opens the invitation and sends its first file
hint-bundle-folder = choose another folder, or free some space; nothing was lost
conflicts-empty = Nothing is to be decided
conflicts-empty-text = Where two offices change the same field without knowing of each other, both values are kept here until somebody decides
conflicts-all-mine = All: ours
conflicts-all-theirs = All: theirs
conflicts-mine = All ours
conflicts-theirs = All theirs
conflicts-of = { $what }: { $name }
conflicts-removal = Removed by one office, changed by another
conflicts-removed = removed
conflicts-stays = stays
conflicts-nothing = nothing
conflicts-keep = Keep { $value }
conflicts-keep-this = Keep
conflicts-own = ours
conflicts-shown = shown now
conflicts-by = { $who }, { $office }, { $when }
conflicts-doubtful = (by a clock that cannot be right)
conflicts-saw = saw { $value } there
conflicts-part-of = as part of: { $edit }
conflicts-other-value = Another value: { $field }
conflicts-take-typed = Take what is typed
conflicts-more = { $count ->
    [one] One more record follows
   *[other] { $count } more records follow
}
conflicts-side-by-side = Changed side by side
conflicts-side-by-side-note = No conflict: two offices changed different fields of the same record without knowing of each other
conflicts-looked-at = Looked at
home-exchange = Other offices
home-received-volunteers = { $count ->
    [one] one volunteer changed by a received file
   *[other] { $count } volunteers changed by received files
}
home-received-organisations = { $count ->
    [one] one organisation changed by a received file
   *[other] { $count } organisations changed by received files
}
home-received-placements = { $count ->
    [one] one placement changed by a received file
   *[other] { $count } placements changed by received files
}
home-received-practices = { $count ->
    [one] one practice changed by a received file
   *[other] { $count } practices changed by received files
}
home-received-missions = { $count ->
    [one] one mission changed by a received file
   *[other] { $count } missions changed by received files
}

## What is held of a person, and erasing

held-button = What is held...
held-tooltip = Write everything held of this person into a folder, for them: JSON and a workbook
held-written = Written: { $json } and { $sheets }
file-held = Folder for what is held
erase-button = Erase...
erase-tooltip = Take this person's name and contacts out of the file and its history, for ever
erase-title = Erase { $name }
erase-goes = What goes: names, contacts, address, day of birth, numbers of papers, notes and all free text, here and in the history
erase-stays = What stays: reference, countries, categories, sex, year of birth, missions with their days. This cannot be undone.
erase-offices = Other offices erase the person when they take in the next file. Backups made before still hold the person.
erase-type = Type { $reference }
erase-reason = On what ground
erase-reason-note = Kept and sent to other offices: never write a name here
erase-confirm = Erase for ever
erase-running = Erasing
erase-done = { $reference } is erased

## People who may be in the file twice

command-duplicates = Likely duplicates
command-duplicates-tip = People who may be in the file twice: merge them, or say that they are two
home-twice = { $count ->
    [one] One person may be in the file twice
   *[other] { $count } people may be in the file twice
}
duplicates-looking = Comparing names, days of birth and contacts
duplicates-empty = Nobody is likely to be in the file twice
duplicates-empty-text = Names, days of birth, e-mail addresses and telephone numbers were compared; whoever was said to be two people is left out
duplicates-count = { $count ->
    [one] one pair, the records side by side
   *[other] { $count } pairs, the most alike first
}
duplicates-pair = { $first } and { $second }
likeness-same-name = same name
likeness-another-order = name in another order
likeness-spelled-otherwise = name spelled otherwise
likeness-name-in-part = one name is a part of the other
likeness-same-birth-date = same day of birth
likeness-day-swapped = day and month of birth swapped
likeness-birth-digit = one digit of the day of birth differs
likeness-same-email = same e-mail
likeness-same-phone = same phone
duplicates-stays = Which record stays
duplicates-keep = Keep { $reference }
duplicates-open = Open { $reference }
duplicates-different = What differs: choose what stays
duplicates-rest = What is the same, or stays as it is
duplicates-value = { $field }: { $value }
duplicates-kept = stays
duplicates-hangs = What hangs on each
duplicates-hangs-note = All of it goes to the record that stays; of a language or skill that both have, the better level
duplicates-merge = Merge
duplicates-merge-tip = Make one record of the two; in the list, Enter does it
duplicates-into = { $gone } goes into { $kept }
duplicates-not-same = Not the same person
duplicates-not-same-tip = Say for ever, at every office, that they are two people; in the list, Del does it
duplicates-reason = Why, if you like

## Restoring a backup

restore-title = Restore a backup
restore-confirm = Restore
restore-what = { $backup } is put in the place of { $target }
restore-there = A file that is there now becomes a backup itself
restore-copy = The restored file counts as a copy of its own: nothing that was sent before is mixed up with what it makes
restore-back = What was made after the backup and sent comes back with the next file of head office
restore-name = { $name } restored
restore-running = Restoring the backup
restore-done = Restored from { $backup }
practice-title = Practice
practice-stage = Stage
practice-sectors = Sectors
practice-found-in = Found in
practice-done-again = Done again
practice-stage-innovation = innovation
practice-stage-promising = promising
practice-stage-good = good
practice-stage-institutionalised = institutionalised
practice-standing = { $countries ->
    [0] done again
    [one] worked in { $worked } of 1 country
   *[other] worked in { $worked } of { $countries } countries
}
practice-suggests = What was done again speaks for { $stage }
practice-what = What was done
practice-elsewhere = Elsewhere
practice-about = About
practice-origins = Origin
practice-replications = Done again
practice-no-origins = Nothing says yet where it comes from
practice-add-origin = It comes from
practice-from-mission = Mission
practice-from-organisation = Organisation
practice-remove-origin = It does not come from there
practice-origin-elsewhere = of another office
replication-add = It was done again
replication-none = Nobody has done it again yet
replication-unnamed = somewhere
replication-worked = worked
replication-in-part = in part
replication-failed = did not work
replication-too-early = too early to say
field-replication-organisation = organisation
field-replication-who = who else
field-replication-country = country
field-replication-place = place
field-replication-on = from
field-replication-after = learned from
field-replication-result = how it came out
field-replication-adapted = what was changed
field-replication-note = note

## What is known of an organisation, and what there was with it

organisation-heritage = Heritage
organisation-members = Members
organisation-no-members = None of the volunteers names it
organisation-members-count = { $count ->
    [one] One who volunteers
   *[other] { $count } who volunteer
}
organisation-checked = Register and due diligence
due-diligence-passed = nothing against it
due-diligence-conditions = with conditions
due-diligence-refused = refused
due-diligence-missing = not checked yet
due-diligence-old = checked more than 3 years ago
organisation-network = Network
organisation-with-us = With us
organisation-so-far = So far
organisation-missions = Missions
organisation-serving = In service now
organisation-ended-early = Ended early: { $reason }
organisation-no-reason = no reason given
organisation-reports-missing = Missions with a report missing
organisation-passed-on = Skills that arrived here
passed-on-same = same level as before
passed-on-reached = as agreed
passed-on-aim = level { $aim } agreed
organisation-offers = Offers and needs
offer-none = Nothing is offered or needed yet
offer-add = Add an offer
offer-add-need = Add a need
offer-side-offers = offers
offer-side-needs = needs
offer-over = over
offer-kind-skill = skill
offer-kind-language = language
offer-kind-sector = work in a sector
offer-kind-money = money
offer-kind-lodging = places to stay
offer-kind-other = other
field-offer-side = offers or needs
field-offer-kind = kind
field-offer-name = what
field-offer-language = language
field-offer-sector = sector
field-offer-until = until
field-offer-note = note
organisation-projects = Projects
project-none = No project is known
project-add = Add a project
project-untitled = project without a title
project-over = over
field-project-title = title
field-project-country = country
field-project-place = place
field-project-sector = sector
field-project-first = first day
field-project-last = last day
field-project-note = note
organisation-visits = Visits
visit-none = Nobody has looked at the place yet
visit-add = Add a visit
visit-of = Visit of { $day }
visit-again = again by { $day }
visit-again-late = was to be looked at again by { $day }
finding-good = good
finding-to-improve = to improve
finding-unfit = unfit
field-site-visit-on = day
field-site-visit-by = who went
field-site-visit-housing = housing
field-site-visit-safety = safety
field-site-visit-counterpart = counterpart
field-site-visit-note = what was seen
field-site-visit-again-by = again by

## What was passed on in a mission

age-under-15 = under 15
age-15-24 = 15 to 24
age-25-59 = 25 to 59
age-60-plus = 60 and older
objective-add = Add a competence to pass on
objective-unnamed = competence not named
objective-levels = level { $before } to { $aim }
objective-from = from level { $before }
objective-to = to level { $aim }
placement-to-pass-on = To pass on
field-objective-competence = competence
field-objective-counterpart = counterpart
field-objective-before = level before
field-objective-aim = level aimed at
mission-worked = what worked
mission-not-worked = what did not
mission-follow-up = what comes next
mission-sessions = sessions held
mission-materials = materials left there
mission-make-practice = Make a practice of it
mission-open-practice = Open the practice
mission-trained = People trained
trained-none = Nobody has been trained yet
trained-add = Add people trained
trained-unnamed = training not named
trained-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
trained-sex-unknown = not known
trained-total = { $people }: { $sexes }
field-trained-topic = topic
field-trained-sex = sex
field-trained-age = age
field-trained-people = people
field-trained-on = day
mission-passed-on = Competences passed on
transfer-level = level reached
transfer-level-of = Level reached: { $competence }
transfer-looked-at = as of { $day }

## The reports that missions owe

op-set-reporting = reports that missions owe
settings-reporting = Reports
settings-reporting-text = Which reports new missions owe, and when; missions that are there keep theirs
settings-add-report = Add report
settings-reporting-first = Reports as at first
reporting-every = { $months ->
    [one] again every month
   *[other] again every { $months } months
}
reporting-from-weeks = from { $weeks } weeks
reporting-any-programme = any
network-ask = Who near Tamale can train nurses?
network-picture = Picture
network-table = Table
network-map = Map
network-side-by-side = Side by side
network-organisations = Organisations of the network
network-nobody = Nobody in the network is known to. Try fewer words, or a place near by
network-far = { $far } km
network-open = Open
network-center = Put in the middle
network-of = Organisation
network-to = Other organisation
network-links = Links
network-side-by-side-note = What several organisations do in the same place, sector and time, from today on
network-nothing-side = Nothing runs side by side
network-nothing-side-text = Placements and projects with a place, a sector and days are compared
network-side-count = { $count } organisations
network-side-missions = { $count ->
    [one] one mission agreed
   *[other] { $count } missions agreed
}
network-side-more = and { $count } more
organisation-around = Show in the network

## The map

map-name = Map of the world, { $title }
map-name-plain = Map of the world
map-hint = Arrows move the map, plus and minus enlarge it, 0 shows the whole world; N and P step through what is marked, Enter opens it
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-whole = Whole world
map-no-value = none
map-range = { $from }–{ $to }
map-value = { $title }: { $count }
map-together = { $count } here: { $names }
map-more = and { $count } more
map-borders = Borders: Natural Earth
map-borders-tip = Borders are drawn as Natural Earth has them: as they are held in fact, which is no opinion on whose they should be

## The picture of a network

graph-name = Network of { $name }
graph-hint = Arrows walk from one to the next, Enter or a double click puts it into the middle; drag one to move it, a double click beside them lays all out anew; plus and minus enlarge, 0 shows the whole network
graph-whole = Whole network
graph-dashed = ceased or over
graph-ceased = ceased
graph-over = { $kind } (over)
guidance-tab = Guidance
guidance-practices = Practices most like this
guidance-no-practices = No practice is like this yet
guidance-missions = Former missions most like this
guidance-no-missions = No former mission is like this
guidance-why = Alike: { $why }
guidance-same-partner = same partner
guidance-same-words = much the same words
guidance-beside = Beside it
guidance-nothing-beside = Nothing else runs in the same place, sector and time
guidance-found = About { $what }
guidance-note = Note
guidance-note-of = Note about { $what }
guidance-not-looked = not looked at yet
guidance-join = could join forces
guidance-double = does the same work twice
guidance-apart = nothing in common
guidance-associations = Diaspora associations to ask
guidance-no-associations = No association has its roots in this country
guidance-members = { $count ->
    [0] no member volunteers yet
    [one] one member volunteers
   *[other] { $count } members volunteer
}
mission-briefing = Briefing as PDF...
mission-certificate = Certificate as PDF...
mission-briefing-file = Briefing
mission-certificate-file = Certificate
file-mission-page = Save the page
mission-form-file = Report form
report-form-write = Form as XLSX...
report-form-take = Take in a filled form...
report-form-taking = Taking the form in
report-form-taken = The form was taken in
report-form-none = { $file } is not a report form: take the workbook that was written as a form, with its last column
report-form-not-here = { $file } is about a report that is not in this office file
report-form-number = "{ $question }" was answered with "{ $answer }": write a whole number, or leave it empty
file-report-form = Open a filled form
home-where = Where they serve today
home-where-count = In service
candidates-members = of them from diaspora associations
practice-origin-mark = where it was found
# Reports: names of reports, tables and numbers by their codes; `define` says what a number counts.
command-reports = Reports
command-reports-tip = The numbers of a period: service, places filled, early ends, people trained
reports-period = Period
reports-this-year = This year
reports-last-year = Last year
reports-last-12-months = Last 12 months
reports-this-quarter = This quarter
reports-last-quarter = Last quarter
reports-own-days = Own days
reports-from = From
reports-to = To
reports-days = { $first } to { $last }
reports-country = Country
reports-programme = Programme
reports-category = Category
reports-sector = Sector
reports-all = All
reports-unknown = Not known
reports-counted = What is counted?
reports-chart = { $table }, chart of { $measure }
reports-more = { $count } more in the table
reports-value = { $line }, { $measure }: { $value }
reports-empty = Nothing to count in this period
reports-empty-text = Choose other days, or take away what narrows them
reports-percent = { $number } %
reports-xlsx = XLSX...
reports-csv = CSV...
reports-pdf = PDF...
reports-png = Chart as a picture (PNG): { $table }
reports-png-short = PNG...
reports-save = Write the report
reports-save-chart = Write the chart as a picture
reports-foot = { $office }, written on { $day }
reports-name-service = Service
reports-name-demand = Demand
reports-name-stages = Stages
reports-name-early-ends = Early ends
reports-name-training = Training
reports-name-sectors = Sectors and goals
reports-name-discipline = In time
reports-name-partners = Partners and network
reports-name-learning = Learning
reports-table-service-total = Service
reports-table-service-by-month = Service by month
reports-table-service-by-country = Service by country
reports-table-service-by-sex = Service by sex
reports-table-service-by-age = Service by age
reports-table-service-by-nationality = Service by nationality
reports-table-service-by-category = Service by category
reports-table-service-by-programme = Service by programme
reports-table-demand-total = Demand
reports-table-demand-by-country = Demand by country
reports-table-demand-by-sector = Demand by sector
reports-table-demand-by-programme = Demand by programme
reports-table-stages-total = Missions proposed
reports-table-stages-reached = How far they came
reports-table-stages-stopped = Where they stopped
reports-table-early-ends-total = Early ends
reports-table-early-ends-by-kind = Early ends by kind
reports-table-training-total = Training
reports-table-training-people = People trained by age
reports-table-training-by-topic = People trained by topic
reports-table-training-by-country = Training by country
reports-table-training-competences = Competences passed on
reports-table-sectors-total = Service in known sectors
reports-table-sectors-by-goal = Service by goal (SDG)
reports-table-sectors-by-group = Service by group of sectors
reports-table-sectors-by-sector = Service by sector
reports-table-discipline-total = In time
reports-table-discipline-reports = Reports by kind
reports-table-discipline-milestones = Milestones by who does them
reports-table-discipline-papers = Papers on the first day
reports-table-partners-total = Partners served
reports-table-partners-by-kind = Partners by kind
reports-table-partners-by-country = Partners by country
reports-table-partners-each = Each partner
reports-table-network-organisations = Network, organisations
reports-table-network-links = Network, links
reports-table-learning-total = Practices
reports-table-learning-by-stage = Practices noted by stage
reports-table-learning-by-country = Done again by country
reports-measure-volunteers = Volunteers
reports-measure-missions = Missions
reports-measure-days = Days
reports-measure-months = Months
reports-measure-placements-asked = Placements asked for
reports-measure-placements-cancelled = Cancelled placements
reports-measure-places = Places
reports-measure-places-filled = Places filled
reports-measure-fill-rate = Fill rate
reports-measure-days-to-fill = Days to fill
reports-measure-days-ahead = Days ahead
reports-measure-proposed = Proposed
reports-measure-accepted = Accepted
reports-measure-accepted-share = Share accepted
reports-measure-declined = Declined
reports-measure-cancelled = Cancelled
reports-measure-waiting = Waiting
reports-measure-days-to-accept = Days to accept
reports-measure-reached = Missions
reports-measure-reached-share = Share
reports-measure-days-in-stage = Days in it
reports-measure-stopped = Stopped
reports-measure-declined-by-volunteer = By volunteer
reports-measure-declined-by-partner = By partner
reports-measure-declined-by-office = By office
reports-measure-stopped-cancelled = Cancelled
reports-measure-begun = Begun
reports-measure-begun-ended = Of these, ended early
reports-measure-ended-share = Per intake
reports-measure-begun-reassigned = Reassigned
reports-measure-begun-completed = Completed
reports-measure-begun-under-way = Under way
reports-measure-ended = Ended early
reports-measure-volunteer-years = Volunteer-years
reports-measure-ended-per-year = Per volunteer-year
reports-measure-kind-ended = Ended early
reports-measure-kind-per-year = Per volunteer-year
reports-measure-kind-begun-ended = Of the intake
reports-measure-kind-share = Per intake
reports-measure-people-trained = People trained
reports-measure-people-female = Women, girls
reports-measure-people-male = Men, boys
reports-measure-people-other = Other
reports-measure-people-unknown = Not noted
reports-measure-sessions = Sessions
reports-measure-competences = Competences looked at
reports-measure-competences-raised = Raised
reports-measure-competences-reached = Aim reached
reports-measure-level-before = Level before
reports-measure-level-after = Level after
reports-measure-level-aim = Level aimed at
reports-measure-reports-due = Reports due
reports-measure-reports-in-time = Reports in time
reports-measure-reports-late = Reports late
reports-measure-reports-missing = Reports missing
reports-measure-reports-share = Reports in time, share
reports-measure-milestones-due = Milestones due
reports-measure-milestones-in-time = Milestones in time
reports-measure-milestones-late = Milestones late
reports-measure-milestones-open = Milestones not done
reports-measure-milestones-share = Milestones in time, share
reports-measure-with-papers = With all papers
reports-measure-papers-share = With all papers, share
reports-measure-paper-needed = Needed
reports-measure-paper-held = Held
reports-measure-paper-share = Share
reports-measure-starts-not-entered = Starts not entered
reports-measure-partners = Partners
reports-measure-agreements-signed = Agreements signed
reports-measure-agreements-ended = Agreements ended
reports-measure-ceased = Ceased
reports-measure-links-begun = Links begun
reports-measure-links-ended = Links ended
reports-measure-practices-noted = Practices noted
reports-measure-replications = Times done again
reports-measure-practices-repeated = Practices done again
reports-measure-repeated-countries = In countries
reports-measure-worked = Worked
reports-measure-in-part = Worked in part
reports-measure-failed = Did not work
reports-measure-too-early = Too early to say
reports-define-volunteers = People who served at least one day in the period, each once
reports-define-missions = Missions of which at least one day was served in the period
reports-define-days = Calendar days of agreed missions in the period, until today at the latest. First and last day count, and so does leave
reports-define-months = Days served, divided by 30.4375, the mean length of a month
reports-define-placements-asked = Placements whose start window begins in the period, without drafts and cancelled ones
reports-define-placements-cancelled = Placements whose start window begins in the period and that were cancelled
reports-define-places = Places of the placements asked for
reports-define-places-filled = Places filled elsewhere, or by an agreed mission that had not ended before the start window began
reports-define-fill-rate = Places filled, in percent of the places
reports-define-days-to-fill = Median of the days in which somebody was sought: from the first step of any mission of the placement, since the place before was agreed, to the agreement on this one
reports-define-days-ahead = Median of the days from the agreement to the first day of the mission
reports-define-proposed = Missions whose first step lies in the period
reports-define-accepted = Of those proposed, the ones that were accepted since, whatever came after
reports-define-accepted-share = Missions accepted, in percent of those proposed
reports-define-declined = Of those proposed, the ones that were declined since
reports-define-cancelled = Of those proposed, the ones that the office cancelled since
reports-define-waiting = Of those proposed, the ones that nobody has said yes or no to for good
reports-define-days-to-accept = Median of the days from the first step to the acceptance
reports-define-reached = Missions proposed in the period that came to this stage or past it
reports-define-reached-share = The same, in percent of those proposed
reports-define-days-in-stage = Median of the days in this stage, of missions that have left it
reports-define-stopped = Missions that were declined or cancelled while in this stage
reports-define-declined-by-volunteer = Missions that the volunteer declined
reports-define-declined-by-partner = Missions that the partner declined
reports-define-declined-by-office = Missions that the office or head office declined
reports-define-stopped-cancelled = Missions that were cancelled
reports-define-begun = The intake: agreed missions whose first day lies in the period, today at the latest
reports-define-begun-ended = Missions of the intake that ended early since, whenever that was, without reassignments
reports-define-ended-share = Method per intake: early ends in percent of the missions that began in the period. About twice the other method, so never compare the two
reports-define-begun-reassigned = Missions of the intake whose volunteer went on in another placement
reports-define-begun-completed = Missions of the intake that were completed
reports-define-begun-under-way = Missions of the intake that have not ended: the share may still grow
reports-define-ended = Missions that ended early with their last day in the period, whenever they began, without reassignments
reports-define-volunteer-years = Days served in the period, divided by 365.25
reports-define-ended-per-year = Method per volunteer-year: early ends in the period for each year served in it
reports-define-kind-ended = Missions that ended early so, with their last day in the period
reports-define-kind-per-year = The same, for each year served in the period
reports-define-kind-begun-ended = Missions that began in the period and ended early so
reports-define-kind-share = The same, in percent of the intake
reports-define-people-trained = People whose training ended in the period, each once a mission. Without a day it counts on the last day of the mission
reports-define-people-female = Women and girls among the people trained
reports-define-people-male = Men and boys among the people trained
reports-define-people-other = People of another sex among the people trained
reports-define-people-unknown = People trained whose sex was not noted
reports-define-sessions = Sessions of training, of the reports received in the period
reports-define-competences = Competences that a placement is to pass on and whose level was looked at in the period
reports-define-competences-raised = Of these, the ones whose level lies above the level before
reports-define-competences-reached = Of these, the ones that have come to the level aimed at
reports-define-level-before = Level before, 1 to 4; of several the mean
reports-define-level-after = Level when it was looked at last in the period, 1 to 4; of several the mean
reports-define-level-aim = Level that the placement aims at, 1 to 4
reports-define-reports-due = Reports of agreed missions that were due in the period, today at the latest
reports-define-reports-in-time = Reports that came by the day they were due
reports-define-reports-late = Reports that came after the day they were due
reports-define-reports-missing = Reports that were due and have not come
reports-define-reports-share = Reports in time, in percent of those due
reports-define-milestones-due = Milestones of agreed missions that were due in the period, today at the latest
reports-define-milestones-in-time = Milestones done by the day they were due
reports-define-milestones-late = Milestones done after the day they were due
reports-define-milestones-open = Milestones that were due and are not done
reports-define-milestones-share = Milestones in time, in percent of those due
reports-define-with-papers = Missions begun whose volunteer held every paper that the office asks for on the first day, good to the last day and the margin after it
reports-define-papers-share = Missions with all papers, in percent of those begun
reports-define-paper-needed = Missions begun that need this paper
reports-define-paper-held = Missions whose volunteer held it on the first day, good to the end
reports-define-paper-share = The same, in percent of those that need it
reports-define-starts-not-entered = Missions begun that still stand as accepted or preparing
reports-define-partners = Organisations at whose placements somebody served in the period
reports-define-agreements-signed = Organisations whose agreement was signed in the period
reports-define-agreements-ended = Organisations whose agreement had its last day in the period
reports-define-ceased = Organisations that ceased to work with us in the period
reports-define-links-begun = Links between organisations that began in the period
reports-define-links-ended = Links between organisations that ended in the period
reports-define-practices-noted = Practices that were written down in the period
reports-define-replications = Times that a practice was done again in the period
reports-define-practices-repeated = Practices that were done again in the period, each once
reports-define-repeated-countries = Countries in which a practice was done again in the period
reports-define-worked = Times that it worked
reports-define-in-part = Times that some of it worked
reports-define-failed = Times that it did not work
reports-define-too-early = Times of which it is too early to say
reports-age-under-15 = under 15
reports-age-15-24 = 15 to 24
reports-age-25-59 = 25 to 59
reports-age-60-plus = 60 and older
reports-age-under-25 = under 25
reports-age-25-34 = 25 to 34
reports-age-35-44 = 35 to 44
reports-age-45-59 = 45 to 59
reports-head-definitions = What is counted
reports-head-report = Report
reports-head-table = Table
reports-head-line = For
reports-head-measure = Number
reports-head-value = Value
reports-head-counts = Counts
certificate-not-served = { $who } has not served in this mission yet: there is a certificate from the first day of service on
certificate-erased = Whoever served in this mission was erased: there is no name to certify
organisation-links = Links

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
command-new-office = New office...
command-new-office-tip = Begin an empty office file
command-open-office = Open...
command-open-office-tip = Open an office file
command-sample-office = Open the sample office
command-sample-office-tip = Invented people to try things out with
command-close-office = Close the office
command-close-office-tip = Back to the start page
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
palette-commands = Commands
palette-found = Found
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

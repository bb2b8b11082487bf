moderation-room = The room’s rules
moderation-raid-text = Against a raid: only accounts older than a day write, one message every 30 seconds.
moderation-raid-on = Turn raid mode on
moderation-raid-off = Turn raid mode off
moderation-read-only = Read-only: only moderators write
moderation-confirmed = Only members with a confirmed address write
moderation-slow-mode = Time between two messages of a person
moderation-age = How old an account must be
moderation-off = Off
# $seconds is a number.
moderation-seconds = { $seconds ->
    [one] One second
   *[other] { $seconds } seconds
}
# $minutes is a number.
moderation-minutes = { $minutes ->
    [one] One minute
   *[other] { $minutes } minutes
}
# $hours is a number.
moderation-hours = { $hours ->
    [one] One hour
   *[other] { $hours } hours
}
# $days is a number.
moderation-days = { $days ->
    [one] One day
   *[other] { $days } days
}

## Told to the room

moderation-read-only-now = Only moderators can write for now. You can still read along.
moderation-too-new = Your account is too new to write here. You can still read along.
# $hours is a number.
moderation-note-raid = Raid mode is on: accounts younger than { $hours } hours only read, and everybody writes slowly.
moderation-note-age = Only accounts older than { $hours ->
    [one] an hour
   *[other] { $hours } hours
} can write.
moderation-note-members = All members can write.
moderation-note-confirmed = Members with a confirmed address can write.

## Reporting

moderation-report = Report
moderation-reported = Thank you. A moderator will look at it.
moderation-reason = What is wrong with it?
moderation-note = Anything a moderator should know
moderation-reason-spam = Spam or advertising
moderation-reason-insult = Insult or harassment
moderation-reason-hate = Hate
moderation-reason-sexual = Sexual content
moderation-reason-danger = Threat or danger
moderation-reason-other = Something else
moderation-refused-too-long = That is too long: { $most } characters is the most.
moderation-refused-too-many = You reported a lot. You can again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
moderation-refused-own = This message is your own. You can delete it.

## For moderators

moderation-title = Moderation
moderation-reports = Reports
moderation-log = Log
moderation-reports-and-log = Reports and log
moderation-person = Who is this?
moderation-done = Done.
moderation-empty = Nothing to look at
moderation-empty-text = What people report waits here.
# $count is a number of messages.
moderation-open = { $count ->
    [one] One message waits
   *[other] { $count } messages wait
}
moderation-gone = Deleted
moderation-dismiss = Dismiss
moderation-reported-by = { $reason }, says { $name } ({ $when })
moderation-log-empty = Nothing was done yet
moderation-log-empty-text = What moderators do stands here, with who and why.
moderation-lift = Lift
moderation-lift-of = Lift what holds against { $name }
moderation-did-delete = { $by } deleted a message by { $name }
moderation-did-time-out = { $by } timed { $name } out until { $until }
moderation-did-ban = { $by } banned { $name }
moderation-did-lift = { $by } let { $name } write again
moderation-did-rule = { $by } changed the room’s rules
moderation-did-dismiss = { $by } dismissed reports about { $name }
moderation-since = Here since { $when }
# $count and $open are numbers of reports.
moderation-reports-of = Reports: { $count }, open: { $open }
moderation-sanctions = Time-outs and bans
moderation-no-sanctions = None
moderation-was-banned = Banned on { $when } by { $by }
moderation-was-timed-out = Timed out on { $when } by { $by }, until { $until }
moderation-holds = In force
moderation-messages = Latest messages
moderation-words = Words
moderation-words-hint = One word or phrase a line, compared without case and accents. A star at the end stands for any ending. Whoever writes one is told which.
moderation-words-saved = The list is saved.
moderation-refused-list-too-long = The list is too long: { $most } characters is the most.

## Settings

moderation-settings = Settings
moderation-kept = How long messages are kept
moderation-kept-days = Days
moderation-kept-hint = From 7 to 3650. 0 keeps messages for as long as the station lives. Older ones are deleted for good.
moderation-kept-saved = Saved. What is older is deleted within the hour.
# $least and $most are numbers of days.
moderation-refused-kept-days = Give a number from { $least } to { $most }, or 0.
moderation-export = Take the messages along
moderation-export-text = All messages of your rooms as they stand there, without the deleted ones.
moderation-export-csv = Table for spreadsheets (CSV)
moderation-export-json = For programs (JSON Lines)

# $reason is one of the reasons to report, $when a time.
moderation-noticed = Noticed by itself: { $reason }, { $when }
moderation-notices = Report rude words by itself
moderation-notices-hint = Only English is known well. It never refuses anything: moderators are asked for a look.

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

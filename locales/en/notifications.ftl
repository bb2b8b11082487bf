# What concerns one person. The sentences stand in a list and in mail.
notifications-title = Notifications
# $count is how many are new.
notifications-title-unread = { $count ->
    [one] Notifications, { $count } new
   *[other] Notifications, { $count } new
}
notifications-new = New
notifications-read-all = Mark all as read
notifications-settings = What you are told
notifications-empty = Nothing new for you
notifications-empty-text = Answers, mentions and what becomes of your requests turn up here.

## What happened. $name is a person; $artist and $title name a track.

notifications-answered = { $name } answered you
notifications-answered-gone = Somebody answered you; the message is gone
notifications-mentioned = { $name } mentioned you
notifications-mentioned-gone = Somebody mentioned you; the message is gone
notifications-accepted = Your request is accepted: { $artist } – { $title }
notifications-played = Your request is on: { $artist } – { $title }
notifications-refused = Your request was declined: { $artist } – { $title }
# $until is a time.
notifications-timed-out = A moderator timed you out until { $until }
notifications-banned = A moderator banned you from the room
notifications-lifted = You may write in the room again
notifications-reported = A message of { $name } was reported
notifications-reported-gone = A message was reported; it is gone
# $job is the technical name of the work.
notifications-gave-up = Work in the background was given up: { $job }. The log says why.

## How to hear of it.

notifications-choices-text = How you want to hear of what. Mail comes if you haven’t looked within two minutes, and at most once an hour.
notifications-here = Here
notifications-by-mail = By mail
notifications-kind-answer = Answers to you
notifications-kind-mention = When somebody mentions you
notifications-kind-request = Your track requests
notifications-kind-sanction = Time-outs and bans
notifications-kind-report = Reported messages
notifications-kind-job = Failed work in the background

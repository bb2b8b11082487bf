requests-title = Requests

## Asking

requests-search = Find a track
requests-search-hint = Artist or title
requests-found = Tracks that were found
requests-nothing-found = No track like that
requests-nothing-found-text = You can ask for whatever is named in the tracklist of a mix here. Try the artist alone.
# $mix is the title of the mix that a track is named in.
requests-heard-in = Heard in { $mix }
requests-ask = Ask for it
requests-ask-for = Ask for { $title }
requests-dedicate = Add a dedication
requests-dedication = Dedication
requests-dedication-hint = For whom, and why
requests-sign-in = Sign in to ask
requests-asked = Your request is in.
requests-withdraw = Take back
requests-withdrawn = Taken back.

## The list

requests-waiting = What comes next
requests-empty = Nobody has asked for anything yet
requests-empty-text = Find a track above. The more people vote for it, the sooner it is on.
requests-console-empty-text = What people ask for appears here by itself.
requests-by = { $name } asked
requests-accepted = Will be played
requests-next = Next
# $minutes is a number.
requests-in-about = In about { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}
# $place is the position of the reader's first request, a number.
requests-your-place = You are number { $place }
# $votes is a number.
requests-vote = Vote for { $title }, { $votes ->
    [one] one vote
   *[other] { $votes } votes
}
requests-vote-sign-in = Sign in to vote for { $title }, { $votes ->
    [one] one vote
   *[other] { $votes } votes
}
requests-votes = { $votes ->
    [one] One vote
   *[other] { $votes } votes
}
requests-played = Played lately
requests-not-now = Not this time
requests-no-reason = The DJ passed on this one.

## The DJ’s console

requests-up-next = Up next
requests-by-votes = Asked for, by votes
requests-accept = Accept
requests-play = It’s on
requests-put-back = Put back
requests-refuse = Refuse
requests-reason = Reason, for who asked
requests-reason-hint = Why not? (optional)
requests-move = Move { $title }
requests-rules = Rules
requests-open = Take requests
requests-per-person = Requests of one person in an hour
requests-per-hour = Requests of all together in an hour
requests-same-track = Minutes until a track may be asked for again
requests-same-artist = Minutes until an artist may be asked for again
requests-rules-saved = Saved.

## Why not

requests-refused-closed = No requests are taken at the moment.
requests-refused-no-such-song = That track isn’t in the library any more.
requests-refused-too-long = At most { $most } characters, please.
# $most is how many one person may ask for in an hour; $minutes is the wait.
requests-refused-too-many = That was your share of this hour ({ $most }). You can ask again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}. Votes always count.
requests-refused-hour-full = This hour is full. Ask again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}, or vote for what is there.
requests-refused-full = Too many requests wait already. Vote for what is there.
requests-refused-played-lately = That was on just now. You can ask for it again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
requests-refused-artist-lately = This artist was on just now. You can ask for them again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
requests-refused-over = That request is over: it was played, refused or taken back.
requests-refused-too-fast = Slowly, please. You can vote again in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}.
requests-refused-confirm-address = To ask and to vote, confirm your address first: the link is in the mail we sent you.
requests-refused-no-such-rule = The numbers go from 0 to { $most }.

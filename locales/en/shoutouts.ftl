shoutouts-title = Shout-outs
shoutouts-yours = Say it on air
shoutouts-text = Your shout-out
# $most is a number of characters.
shoutouts-text-hint = At most { $most } characters. A moderator sees it first.
shoutouts-name = Your name
shoutouts-place = Where you listen
shoutouts-optional = optional
shoutouts-send = Send
shoutouts-sent = Thank you. It is with the moderators now.
shoutouts-shown = What people say
shoutouts-empty = No shout-outs yet
shoutouts-empty-text = Greet somebody, wherever they listen.
shoutouts-from-somebody = Somebody out there
# $place is where somebody listens, in their words.
shoutouts-from-place = Somebody in { $place }
shoutouts-from = { $name }, { $place }
shoutouts-read = Read on air

## For moderators

shoutouts-held = Waiting for you
shoutouts-nothing-held = Nothing waits. What people send appears here by itself.
shoutouts-overlay = Overlay for OBS
shoutouts-show = Show
shoutouts-hide = Hide
shoutouts-mark-read = Read on air

## Why not

shoutouts-refused-empty = Write a few words first.
shoutouts-refused-too-long = At most { $most } characters, please.
shoutouts-refused-name-too-long = A name has at most { $most } characters.
shoutouts-refused-place-too-long = A place has at most { $most } characters.
# $minutes is a number.
shoutouts-refused-too-many = That was three already. You can send the next one in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
shoutouts-refused-full = Too many shout-outs wait already. Try again in a while.
shoutouts-refused-decided = Somebody else has decided about this one already.

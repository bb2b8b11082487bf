chat-live = Live
chat-room = The room
chat-messages = What was said
chat-empty = Nobody has said anything yet
chat-empty-text = Say hello. Whoever comes in next sees it.
chat-earlier = Earlier messages
chat-since-last = New since you were here
chat-to-newest = To the newest
chat-go-to = Go to a time
chat-go = Go

## Who is here

# $people is how many listen to the station just now, a number.
chat-listening = { $people } listening
# $people is a number.
chat-here = { $people ->
    [one] One person here
   *[other] { $people } here
}
chat-typing-one = { $name } is typing
chat-typing-two = { $first } and { $second } are typing
# More than two; two of them are named.
chat-typing-more = { $first }, { $second } and others are typing
# $count is the number of messages below what is in sight.
chat-news = { $count ->
    [one] One new message
   *[other] { $count } new messages
}

## Messages

chat-sending = Sending
chat-edited = edited
chat-deleted = This message was deleted.
# In place of the name of an account that is gone.
chat-somebody = Somebody who left
chat-note-timed-out = { $name } can’t write until { $time }.
chat-note-banned = { $name } was sent out of the room.
chat-note-lifted = { $name } may write again.
chat-note-slow-off = Slow mode is off.
# $seconds is a number.
chat-slow = Slow mode: one message every { $seconds ->
    [one] second
   *[other] { $seconds } seconds
}.

## Writing

chat-say = Say something
chat-say-hint = Say something kind
chat-send = Send
# $count and $most are numbers of characters.
chat-count = { $count } of { $most }
chat-answering = You are answering { $name }
chat-editing = You are changing your message
chat-leave-mode = Stop
chat-connecting = Connecting…
chat-offline = You are offline. What you send waits.
chat-sign-in = You can read along. Sign in to say something.
chat-confirm-address = To write here, confirm your address first: the link is in the mail we sent you.
chat-timed-out = You are timed out for now. You can still read along.
chat-timed-out-until = You are timed out. You can write again at { $time }.
chat-out-banned = You were sent out of this room and can’t write here any more.
chat-out-signed-out = You are signed out. Sign in to come back.

## What to do with a message

chat-more = What to do with the message by { $name }
chat-actions = Message by { $name }
chat-react = React with { $emoji }
chat-answer = Reply
chat-edit = Edit
chat-delete = Delete
chat-delete-ask = Delete this message? Everybody loses it, and it can’t be brought back.
chat-keep = Keep it as it is
chat-time-out-minutes = Time out for 10 minutes
chat-time-out-hour = Time out for an hour
chat-time-out-day = Time out for a day
chat-ban = Ban
chat-ban-ask = Ban { $name }? They leave the room at once and can’t come back until you lift it.
chat-done-timed-out = { $name } is timed out.
chat-done-banned = { $name } is banned.

## Refusals

chat-refused-empty = Write something first.
chat-refused-too-long = That is too long: { $most } characters is the most.
chat-refused-too-fast = You are quick. Try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
chat-refused-slow-mode = The room is in slow mode. Your next message can go in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
chat-refused-timed-out = You are timed out. You can write again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
chat-refused-banned = You can’t write in this room any more.
chat-refused-network-banned = Somebody who came from your network was banned here, so new accounts can’t write from it for { $days ->
    [one] one more day
   *[other] { $days } more days
}. If that isn’t about you, ask the station.
chat-refused-confirm-address = Confirm your address first: the link is in the mail we sent you.
chat-refused-read-only = Only moderators can write here for now.
chat-refused-too-new = Your account is too new to write here. You can in { $hours ->
    [one] one hour
   *[other] { $hours } hours
}.
chat-refused-word = “{ $word }” is on the list of words that nobody says here.
chat-refused-too-late = A message can be changed for two minutes only.
chat-refused-not-yours = Only who wrote a message can change it.
chat-refused-not-below-you = Their role is not below yours, so you can’t do this to them.
chat-refused-no-ban = A bot isn’t banned: an admin revokes its token in the Studio.
chat-refused-no-such-message = This message isn’t there any more.
chat-refused-no-such-reaction = There is no such reaction.

## Bots

chat-bot = Bot

## Company and distance

chat-people = Who is here
chat-others-here = { $people ->
    [one] and one more who only listens
   *[other] and { $people } more who only listen
}
chat-hidden-people = People you hide
chat-is-muted = muted
chat-is-blocked = blocked
chat-show-again = Show again
chat-show-of = Show messages of { $name } again
chat-hidden = You hid this person’s messages.
chat-look = Show this one
chat-mute = Hide their messages
chat-block = Block: they can’t answer you either
chat-done-muted = You don’t see messages of { $name } any more.
chat-done-blocked = You blocked { $name }.
chat-refused-blocked = This person doesn’t want to be answered by you.
chat-refused-too-many-hidden = You hide { $most } people, which is all there is room for.

## What stands above the room

chat-pin = Pin above the room
chat-pinned = Pinned
chat-unpin = Take down what is pinned

## Commands, and what is offered while somebody writes

commands-offered = Suggestions
# Said by screen readers while somebody writes. $count is a number.
commands-offers = { $count ->
    [one] One suggestion. Press Tab to take it.
   *[other] { $count } suggestions. Choose with the arrow keys, take one with Tab.
}
# The words after the slash are the same in every language: request, shout, shrug, mute, block, show, timeout, ban, lift, slow, poll.
commands-word-request = Look for a track to ask for
commands-word-shout = Write a shout-out
commands-word-shrug = ¯\_(ツ)_/¯ after your words
commands-word-mute = Hide somebody’s messages from you
commands-word-block = Block somebody
commands-word-show = Show somebody’s messages again
commands-word-timeout = Somebody can’t write for some minutes
commands-word-ban = Send somebody out of the room
commands-word-lift = Take back a time-out or a ban
commands-word-slow = Slow mode: seconds between two messages, or off
commands-word-poll = Ask the room something
# $command is the word after the slash.
commands-refused-unknown = There is no command /{ $command }. To say it, write two slashes.
commands-refused-no-name = Who? Write it like this: /{ $command } @name
commands-refused-nobody-called = Nobody called { $name } has written here.
commands-refused-several-called = Several people are called { $name }. Use the menu beside the message instead.
commands-refused-no-number = How long? Write it like this: /{ $command } 30
commands-refused-moderators = Only moderators can use /{ $command }.
commands-refused-scripts = Commands need JavaScript. To say a slash, write two.

## Polls

polls-new = Ask the room
polls-question = Question
polls-options = Answers, one a line
# $most is a number of answers, $length a number of characters.
polls-options-hint = Two to { $most }, each of { $length } characters at most
polls-for = Open for
polls-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
polls-ask = Ask
polls-close = End the poll
polls-put-away = Put the poll away
polls-take-back = Take it back
polls-yours = Your vote
polls-counted = Your vote counts.
# $votes and $percent are numbers.
polls-result = { $percent } % · { $votes }
polls-votes = { $votes ->
    [0] No votes yet
    [one] One vote
   *[other] { $votes } votes
}
polls-over = Over
polls-seconds-left = { $seconds ->
    [one] One second left
   *[other] { $seconds } seconds left
}
polls-minutes-left = { $minutes ->
    [one] One minute left
   *[other] { $minutes } minutes left
}
polls-refused-no-question = Write a question.
polls-refused-question-too-long = That is too long: { $most } characters is the most.
polls-refused-too-few-options = Write at least { $least } answers, one a line.
polls-refused-too-many-options = { $most } answers is the most.
polls-refused-option-too-long = An answer is too long: { $most } characters is the most.
polls-refused-same-option = “{ $option }” is there twice.
polls-refused-one-is-open = A poll is open already. End it first.
polls-refused-over = This poll is over.
polls-refused-no-such-option = There is no such answer.
polls-refused-confirm-address = To vote, confirm your address first: the link is in the mail we sent you.
polls-refused-timed-out = You are timed out. You can vote again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
polls-refused-too-fast = You are quick. Try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.

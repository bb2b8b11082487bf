player-region = Player
player-play = Play
player-pause = Pause
player-previous = Previous
player-next = Next
player-back = Back 15 seconds
player-forward = Forward 30 seconds
player-seek = Position
# $at and $of are times such as 4:05.
player-position = { $at } of { $of }
player-mute = Mute
player-volume = Volume
player-queue = Queue
# $title is the title of a mix.
player-queue-remove = Remove { $title } from the queue
player-enqueue = Add to the queue
player-queued = Added to the queue.
player-queued-already = It is in the queue already.
player-waiting = Waiting for the network …
player-failed = This mix can’t be loaded. Press play to try again.
player-keys = Keyboard
player-keys-toggle = Play or pause
player-keys-arrows = Five seconds back or forward
player-keys-search = Search the mixes
player-keys-help = Show this list

## Listening closely

player-tuning = Listening options
player-speed = Speed
player-loop = Loop
player-loop-a = Begin here (A)
player-loop-b = End here (B)
player-loop-clear = End the loop
# $from and $to are times such as 4:05.
player-loop-shown = { $from } to { $to }
player-sleep = Stop by itself
player-sleep-never = Never
player-sleep-track = At the end of this track
player-sleep-mix = At the end of this mix
# $minutes is a whole number.
player-sleep-minutes = { $minutes ->
    [one] In one minute
   *[other] In { $minutes } minutes
}
# $minutes is a whole number.
player-sleep-left = { $minutes ->
    [one] One minute left
   *[other] { $minutes } minutes left
}
# $at is a time such as 4:05.
player-sleep-at = Stops at { $at }
player-level = Play all mixes equally loud
player-level-hint = Loud mixes are played a little quieter.
# $title is the title of a mix.
player-queue-move = Move { $title }
player-queue-move-keys = Drag it, or use the up and down arrow keys.
player-keys-chapters = Next or previous track
player-keys-loop = Loop from A to B
player-quality = Sound quality
player-quality-automatic = Automatic
player-quality-best = Best
player-quality-small = Small
player-quality-hint = Automatic saves data on slow networks. Small always does.

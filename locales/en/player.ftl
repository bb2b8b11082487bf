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

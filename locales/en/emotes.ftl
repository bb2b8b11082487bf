emotes-title = Emotes
emotes-text = Small pictures of your own for the room. Fans write :name:, or give them as reactions.
emotes-empty = No emotes yet
emotes-empty-text = Add a picture, and the room has one emote more at once.
emotes-picture = Picture
# $kib is the largest file in KiB, $most how many emotes there can be.
emotes-picture-hint = PNG, WebP, GIF or JPEG up to { $kib } KiB, best with nothing behind it. Of a moving picture the first frame is taken. Up to { $most } emotes.
emotes-preview = The picture you chose
emotes-name = Name
# $least and $most are numbers of characters.
emotes-name-hint = { $least } to { $most } small letters, digits or _
emotes-add = Add the emote
emotes-rename = Rename
emotes-remove = Remove
emotes-remove-ask = What was written with it shows its name instead.
emotes-remove-yes = Remove { $name }

## Refusals

emotes-refused-bad-name = A name has { $least } to { $most } small letters (a to z), digits or _.
emotes-refused-name-taken = There is an emote called { $name } already.
emotes-refused-too-many = { $most } emotes are there, which is the most. Remove one first.
emotes-refused-no-picture = Choose a picture.
emotes-refused-too-large = That file is too large: { $most } KiB is the most.
emotes-refused-not-a-picture = That is no picture we can read. PNG, WebP, GIF and JPEG work.

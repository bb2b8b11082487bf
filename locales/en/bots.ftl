bots-title = Bots
bots-text = A bot is a program that writes in the room and hears what is said there. Its messages carry a badge. How it speaks with this site stands in docs/BOTS.md.
bots-empty-title = No bots yet
bots-empty-text = Give one a name above. You get its token, and it can write at once.
bots-name = Name
bots-name-hint = Members may be called the same; the badge tells them apart.
bots-make = Make a bot
bots-made = Made { $when }
bots-rename = Rename
bots-saved = Saved.

## Tokens

bots-token-once = This is the token of { $name }. It is shown only now, so keep it in a safe place.
bots-secret-once = What { $name } is told is signed with this. It is shown only now, so keep it in a safe place.
bots-secret = Secret
bots-copy = Copy
bots-copied = Copied
bots-renew = New token
bots-renew-ask = The token in use stops working at once.
bots-renew-yes = Make a new token
bots-revoke = Revoke
bots-revoke-ask = { $name } won’t write or hear anything any more, for good. What it said stays.
bots-revoke-yes = Revoke { $name }
bots-revoked = The bot is revoked.

## Webhooks

bots-webhook = Webhook address
bots-webhook-hint = New messages are sent there. Leave it empty to send nothing.
bots-webhook-save = Save address
bots-failing = Messages haven’t arrived there since { $when }. They are sent again and again, at longer and longer intervals.
bots-off = Nothing has been sent there since { $when }: a whole day failed. Save the address to begin again.
bots-why-status = The last answer was { $status }.
bots-why-slow = The last answer took longer than five seconds.
bots-why-private = The address leads into a private network.
bots-why-unreachable = No connection could be made.

## Refusals

bots-refused-name-missing = Give the bot a name.
# $most is a number.
bots-refused-name-too-long = A name has at most { $most } characters.
bots-refused-name-taken = Another bot is called that already.
# $most is a number.
bots-refused-too-many = There are { $most } bots already. Revoke one first.
bots-refused-address = Give an address that begins with https:// or http://.
bots-refused-private = That address is in a private network, where this site doesn’t send anything.

me-saved = Saved.
me-unconfirmed = Your address isn’t confirmed yet. The link is in the mail we sent you.
me-profile = Profile
me-profile-text = The name others see.
me-bio = About you
me-bio-hint = Shown on your public page. Markdown works.
me-public-page = Your public page
me-email = Mail address
me-email-text = Used to sign in and to reach you. A new address counts once you followed the link in its mail.
# $address is a mail address.
me-email-pending = Waiting for { $address } to be confirmed.
me-new-email = New mail address
me-change-email = Change address
me-email-sent = Follow the link we sent to the new address.
me-password-text = Changing it signs you out everywhere else.
me-current-password = Current password
me-change-password = Change password
me-password-changed = Your password is changed. All other devices are signed out.
me-devices = Devices
me-devices-text = Where you are signed in. End what you don’t recognise.
me-this-device = This device
# $device is a device such as Firefox on Linux.
me-sign-out-device = Sign out { $device }
me-sign-out-others = Sign out everywhere else
me-delete = Delete account
me-delete-text = Removes your account, your likes and your history. This can’t be undone.
me-delete-button = Delete my account

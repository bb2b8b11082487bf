# People: sign-up, sign-in, devices, roles.

## Why an account form was declined.

accounts-refused-name-length = Please give a name of 2 to 60 characters.
accounts-refused-email-invalid = This is not a mail address.
accounts-refused-password-too-short = Please choose a password of at least 10 characters.
accounts-refused-password-too-long = Please keep the password to 200 characters.
accounts-refused-password-common = This password is too easy to guess. Please choose another one.
accounts-refused-credentials = The address or the password isn’t right.
accounts-refused-wrong-password = This isn’t your current password.
accounts-refused-too-many =
    { $minutes ->
        [one] That was too many attempts. Please try again in { $minutes } minute.
       *[other] That was too many attempts. Please try again in { $minutes } minutes.
    }
accounts-refused-network-banned = Somebody who came from your network was banned here, so nobody new can sign up from it for { $days ->
    [one] one more day
   *[other] { $days } more days
}. If that isn’t about you, ask the station.
accounts-refused-link-expired = This link was used before or is too old. Please ask for a new one.
accounts-refused-bio-too-long = Please keep the text about you to 2,000 characters.
accounts-refused-last-admin = You are the last admin here. Make someone else an admin first.
accounts-refused-role = You can’t give or take a role above your own.

## Pages

accounts-sign-in = Sign in
accounts-sign-up = Create an account
accounts-sign-up-why = Keep your likes and pick up any mix where you stopped, on every device.
accounts-sign-out = Sign out
accounts-name = Name
accounts-email = Mail address
accounts-password = Password
accounts-password-hint = At least 10 characters.
accounts-show-password = Show the password
accounts-new-password = New password
accounts-forgot = Forgot your password?
accounts-forgot-title = A new password
accounts-forgot-text = Tell us your mail address and we send you a link that works for an hour.
accounts-send-link = Send the link
accounts-reset-sent = If that address has an account, a link is on its way.
accounts-reset-title = Choose a new password
accounts-set-password = Set password
accounts-new-here = New here?
accounts-have-one = You have an account?
accounts-check-mail = Nearly there: follow the link in the mail we just sent you.
accounts-confirm-title = Confirm your address
accounts-confirm-text = One press and you are in.
accounts-confirm = Confirm
accounts-confirm-email-title = Confirm your new address
accounts-email-changed = Your new address counts from now on.
accounts-role-fan = Fan
accounts-role-moderator = Moderator
accounts-role-dj = DJ
accounts-role-admin = Admin
accounts-role-operator = Operator

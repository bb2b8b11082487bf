# Letters. $brand is the name of the site, $name the reader's name. Subjects are plain text without markup.

mail-footer = You receive this because someone used this address at { $brand }. Please don’t reply to this message.

## Someone signed up with this address.

mail-confirm-subject = Confirm your address for { $brand }
mail-confirm-text = Hello { $name }, welcome to { $brand }. Please confirm that this address is yours.
mail-confirm-button = Confirm my address
mail-confirm-note =
    { $hours ->
        [one] The link works once, for { $hours } hour. If you didn’t sign up, ignore this message: nothing will happen.
       *[other] The link works once, for { $hours } hours. If you didn’t sign up, ignore this message: nothing will happen.
    }

## Someone signed up with, or changed to, an address that already has an account.

mail-known-subject = You already have an account at { $brand }
mail-known-text = Hello { $name }, someone tried to use this address for an account at { $brand }. It already has one, so you can simply sign in.
mail-known-button = Sign in
mail-known-note = If you have forgotten your password, you can set a new one from the sign-in page. If it wasn’t you, ignore this message: nothing has changed.

## Someone asked for a new password.

mail-reset-subject = Set a new password for { $brand }
mail-reset-text = Hello { $name }, someone asked for a new password for your account at { $brand }. You can choose it here.
mail-reset-button = Choose a new password
mail-reset-note =
    { $hours ->
        [one] The link works once, for { $hours } hour. If it wasn’t you, ignore this message: your password stays as it is.
       *[other] The link works once, for { $hours } hours. If it wasn’t you, ignore this message: your password stays as it is.
    }

## A signed-in person wants to use another address.

mail-change-subject = Confirm your new address for { $brand }
mail-change-text = Hello { $name }, please confirm that you want to use this address for your account at { $brand }.
mail-change-button = Use this address
mail-change-note =
    { $hours ->
        [one] The link works once, for { $hours } hour. Until then your old address stays in use.
       *[other] The link works once, for { $hours } hours. Until then your old address stays in use.
    }

## Notices after a change, so that its owner learns of it.

mail-changed-subject = Your address for { $brand } was changed
mail-changed-text = Hello { $name }, your account at { $brand } now uses another address. This is the last message to this one.
mail-changed-note = If it wasn’t you, please contact the people who run { $brand } at once.
mail-password-subject = Your password for { $brand } was changed
mail-password-text = Hello { $name }, the password of your account at { $brand } was changed, and all other devices were signed out.
mail-password-button = Choose another password
mail-password-note = If it wasn’t you, choose another password at once.

## What somebody has not looked at. $count is how many; below the text each stands as a sentence.

mail-notifications-subject = { $count ->
    [one] Something new for you at { $brand }
   *[other] { $count } new notifications at { $brand }
}
mail-notifications-text = Hello { $name }, this happened while you were away:
mail-notifications-button = Read on
mail-notifications-note = You choose what you are mailed in your settings, under Me.

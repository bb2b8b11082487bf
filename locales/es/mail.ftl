# Cartas. $brand es el nombre del sitio, $name el de quien lee. Los asuntos son texto sin formato.

mail-footer = Recibes este mensaje porque alguien usó esta dirección en { $brand }. No hace falta responder.

## Alguien se registró con esta dirección.

mail-confirm-subject = Confirma tu dirección para { $brand }
mail-confirm-text = Hola, { $name }: te damos la bienvenida a { $brand }. Confirma que esta dirección es tuya.
mail-confirm-button = Confirmar mi dirección
mail-confirm-note =
    { $hours ->
        [one] El enlace vale una vez, durante { $hours } hora. Si no te registraste, ignora este mensaje: no pasará nada.
       *[other] El enlace vale una vez, durante { $hours } horas. Si no te registraste, ignora este mensaje: no pasará nada.
    }

## Alguien usó una dirección que ya tiene cuenta.

mail-known-subject = Ya tienes una cuenta en { $brand }
mail-known-text = Hola, { $name }: alguien intentó usar esta dirección para una cuenta en { $brand }. Ya tiene una, así que basta con iniciar sesión.
mail-known-button = Iniciar sesión
mail-known-note = Si has olvidado tu contraseña, puedes elegir otra desde la página de inicio de sesión. Si no fuiste tú, ignora este mensaje: nada ha cambiado.

## Alguien pidió una contraseña nueva.

mail-reset-subject = Elige una contraseña nueva para { $brand }
mail-reset-text = Hola, { $name }: alguien pidió una contraseña nueva para tu cuenta en { $brand }. Puedes elegirla aquí.
mail-reset-button = Elegir una contraseña nueva
mail-reset-note =
    { $hours ->
        [one] El enlace vale una vez, durante { $hours } hora. Si no fuiste tú, ignora este mensaje: tu contraseña sigue igual.
       *[other] El enlace vale una vez, durante { $hours } horas. Si no fuiste tú, ignora este mensaje: tu contraseña sigue igual.
    }

## Alguien con sesión quiere usar otra dirección.

mail-change-subject = Confirma tu nueva dirección para { $brand }
mail-change-text = Hola, { $name }: confirma que quieres usar esta dirección para tu cuenta en { $brand }.
mail-change-button = Usar esta dirección
mail-change-note =
    { $hours ->
        [one] El enlace vale una vez, durante { $hours } hora. Hasta entonces sigue en uso tu dirección anterior.
       *[other] El enlace vale una vez, durante { $hours } horas. Hasta entonces sigue en uso tu dirección anterior.
    }

## Avisos tras un cambio.

mail-changed-subject = Tu dirección en { $brand } ha cambiado
mail-changed-text = Hola, { $name }: tu cuenta en { $brand } usa ahora otra dirección. Este es el último mensaje a esta.
mail-changed-note = Si no fuiste tú, escribe cuanto antes a quienes llevan { $brand }.
mail-password-subject = Tu contraseña en { $brand } ha cambiado
mail-password-text = Hola, { $name }: la contraseña de tu cuenta en { $brand } ha cambiado y se ha cerrado la sesión en los demás dispositivos.
mail-password-button = Elegir otra contraseña
mail-password-note = Si no fuiste tú, elige otra contraseña cuanto antes.

## Lo que alguien aún no ha mirado. $count es cuánto; debajo del texto va cada cosa en una frase.

mail-notifications-subject = { $count ->
    [one] Algo nuevo para ti en { $brand }
   *[other] { $count } notificaciones nuevas en { $brand }
}
mail-notifications-text = Hola, { $name }: esto pasó mientras no estabas:
mail-notifications-button = Seguir leyendo
mail-notifications-note = Eliges qué recibes por correo en tus ajustes, en tu página.

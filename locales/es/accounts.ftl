# Personas: registro, sesiones, dispositivos, papeles.

## Por qué se rechazó un formulario.

accounts-refused-name-length = Escribe un nombre de 2 a 60 caracteres.
accounts-refused-email-invalid = Esto no es una dirección de correo.
accounts-refused-password-too-short = Elige una contraseña de al menos 10 caracteres.
accounts-refused-password-too-long = La contraseña puede tener como mucho 200 caracteres.
accounts-refused-password-common = Esta contraseña es demasiado fácil de adivinar. Elige otra.
accounts-refused-credentials = La dirección o la contraseña no es correcta.
accounts-refused-wrong-password = Esta no es tu contraseña actual.
accounts-refused-too-many =
    { $minutes ->
        [one] Han sido demasiados intentos. Vuelve a probar en { $minutes } minuto.
       *[other] Han sido demasiados intentos. Vuelve a probar en { $minutes } minutos.
    }
accounts-refused-network-banned = Alguien fue expulsado de aquí desde tu red, así que nadie nuevo puede registrarse desde ella durante { $days ->
    [one] un día más
   *[other] { $days } días más
}. Si no tiene que ver contigo, pregunta a la emisora.
accounts-refused-link-expired = Este enlace ya se usó o es demasiado antiguo. Pide uno nuevo.
accounts-refused-bio-too-long = El texto sobre ti puede tener como mucho 2000 caracteres.
accounts-refused-last-admin = Eres la última persona que administra esto. Antes, haz que alguien más administre.
accounts-refused-role = No puedes dar ni quitar un papel superior al tuyo.

## Páginas

accounts-sign-in = Iniciar sesión
accounts-sign-up = Crear una cuenta
accounts-sign-up-why = Guarda tus favoritos y retoma cualquier mix donde lo dejaste, en todos tus dispositivos.
accounts-sign-out = Cerrar sesión
accounts-name = Nombre
accounts-email = Dirección de correo
accounts-password = Contraseña
accounts-password-hint = Al menos 10 caracteres.
accounts-show-password = Mostrar la contraseña
accounts-new-password = Nueva contraseña
accounts-forgot = ¿Has olvidado tu contraseña?
accounts-forgot-title = Una contraseña nueva
accounts-forgot-text = Dinos tu dirección de correo y te enviamos un enlace que vale una hora.
accounts-send-link = Enviar el enlace
accounts-reset-sent = Si esa dirección tiene una cuenta, el enlace va de camino.
accounts-reset-title = Elige una contraseña nueva
accounts-set-password = Guardar contraseña
accounts-new-here = ¿Es tu primera vez?
accounts-have-one = ¿Ya tienes cuenta?
accounts-check-mail = Ya casi está: sigue el enlace del correo que te acabamos de enviar.
accounts-confirm-title = Confirma tu dirección
accounts-confirm-text = Un clic y estás dentro.
accounts-confirm = Confirmar
accounts-confirm-email-title = Confirma tu nueva dirección
accounts-email-changed = Tu nueva dirección vale desde ahora.
accounts-role-fan = Fan
accounts-role-moderator = Moderación
accounts-role-dj = DJ
accounts-role-admin = Administración
accounts-role-operator = Operación

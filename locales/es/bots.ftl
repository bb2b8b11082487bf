bots-title = Bots
bots-text = Un bot es un programa que escribe en la sala y se entera de lo que se dice en ella. Sus mensajes llevan una insignia. Cómo habla con este sitio está en docs/BOTS.md.
bots-empty-title = Aún no hay bots
bots-empty-text = Ponle nombre a uno arriba. Recibirás su token y podrá escribir al momento.
bots-name = Nombre
bots-name-hint = Puede haber miembros que se llamen igual; la insignia los distingue.
bots-make = Crear un bot
bots-made = Creado: { $when }
bots-rename = Cambiar el nombre
bots-saved = Guardado.

## Tokens

bots-token-once = Este es el token de { $name }. Solo se muestra ahora: guárdalo en un lugar seguro.
bots-secret-once = Lo que se envía a { $name } va firmado con esto. Solo se muestra ahora: guárdalo en un lugar seguro.
bots-secret = Secreto
bots-copy = Copiar
bots-copied = Copiado
bots-renew = Nuevo token
bots-renew-ask = El token actual deja de funcionar en el acto.
bots-renew-yes = Crear un nuevo token
bots-revoke = Revocar
bots-revoke-ask = { $name } no volverá a escribir ni a enterarse de nada, para siempre. Lo que dijo se queda.
bots-revoke-yes = Revocar { $name }
bots-revoked = El bot ha quedado revocado.

## Webhooks

bots-webhook = Dirección del webhook
bots-webhook-hint = Los mensajes nuevos se envían allí. Déjala vacía para no enviar nada.
bots-webhook-save = Guardar dirección
bots-failing = Los mensajes no llegan desde { $when }. Se reenvían una y otra vez, a intervalos cada vez más largos.
bots-off = No se envía nada desde { $when }: falló un día entero. Guarda la dirección para empezar de nuevo.
bots-why-status = La última respuesta fue { $status }.
bots-why-slow = La última respuesta tardó más de cinco segundos.
bots-why-private = La dirección lleva a una red privada.
bots-why-unreachable = No se pudo establecer la conexión.

## Refusals

bots-refused-name-missing = Ponle un nombre al bot.
# $most is a number.
bots-refused-name-too-long = Un nombre tiene como máximo { $most } caracteres.
bots-refused-name-taken = Ya hay otro bot con ese nombre.
# $most is a number.
bots-refused-too-many = Ya hay { $most } bots. Revoca uno antes.
bots-refused-address = Escribe una dirección que empiece por https:// o http://.
bots-refused-private = Esa dirección está en una red privada y este sitio no envía nada allí.

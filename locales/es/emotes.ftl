emotes-title = Emotes
emotes-text = Imágenes pequeñas tuyas para la sala. El público escribe :nombre: o las usa como reacción.
emotes-empty = Todavía no hay emotes
emotes-empty-text = Añade una imagen y la sala la tiene al momento.
emotes-picture = Imagen
# $kib es el archivo más grande en KiB, $most cuántos emotes puede haber.
emotes-picture-hint = PNG, WebP, GIF o JPEG de hasta { $kib } KiB, mejor con fondo transparente. De una imagen animada se toma el primer fotograma. Hasta { $most } emotes.
emotes-preview = La imagen que elegiste
emotes-name = Nombre
# $least y $most son números de caracteres.
emotes-name-hint = De { $least } a { $most } letras minúsculas, cifras o _
emotes-add = Añadir el emote
emotes-rename = Cambiar el nombre
emotes-remove = Quitar
emotes-remove-ask = Lo que se escribió con él mostrará su nombre.
emotes-remove-yes = Quitar { $name }

## Negativas

emotes-refused-bad-name = Un nombre tiene de { $least } a { $most } letras minúsculas (de la a a la z), cifras o _.
emotes-refused-name-taken = Ya hay un emote llamado { $name }.
emotes-refused-too-many = Hay { $most } emotes, que es el máximo. Quita uno primero.
emotes-refused-no-picture = Elige una imagen.
emotes-refused-too-large = Ese archivo es demasiado grande: el máximo son { $most } KiB.
emotes-refused-not-a-picture = No es una imagen que podamos leer. Sirven PNG, WebP, GIF y JPEG.

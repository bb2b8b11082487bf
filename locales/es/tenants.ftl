# Marcas.

## Por qué no se guardó una marca.

tenants-refused-name-length = Escribe un nombre de 2 a 60 caracteres.
tenants-refused-tagline-too-long = El lema puede tener como mucho 140 caracteres.
tenants-refused-hue = El tono es un número de 0 a 360.
tenants-refused-chroma = La fuerza del color es un número de 0 a 0.25.
tenants-refused-link = La línea { $line } no es un enlace. Escribe un nombre y una dirección, como «Instagram https://instagram.com/tu».
tenants-refused-too-many-links = Como mucho 10 enlaces.
tenants-refused-time-zone = No conocemos esta zona horaria. Elige una como Europe/London.
tenants-refused-locale = Este idioma no está instalado.
tenants-refused-host-invalid = Esto no es un nombre de servidor. Escríbelo sin https:// y sin puerto, como radio.example.org.
tenants-refused-host-taken = Este nombre de servidor ya está en uso.
tenants-refused-logo = Esta imagen no sirve. Elige un JPEG, PNG, WebP o GIF de 20 MB como mucho.

# Marcas.

## Porque é que uma marca não foi guardada.

tenants-refused-name-length = Indica um nome de 2 a 60 caracteres.
tenants-refused-tagline-too-long = O lema pode ter no máximo 140 caracteres.
tenants-refused-hue = O tom é um número de 0 a 360.
tenants-refused-chroma = A força da cor é um número de 0 a 0.25.
tenants-refused-link = A linha { $line } não é uma ligação. Escreve um nome e um endereço, como «Instagram https://instagram.com/tu».
tenants-refused-too-many-links = No máximo 10 ligações.
tenants-refused-time-zone = Não conhecemos este fuso horário. Escolhe um como Europe/London.
tenants-refused-locale = Esta língua não está instalada.
tenants-refused-host-invalid = Isto não é um nome de servidor. Escreve-o sem https:// e sem porta, como radio.example.org.
tenants-refused-host-taken = Este nome de servidor já está em uso.
tenants-refused-logo = Esta imagem não serve. Escolhe um JPEG, PNG, WebP ou GIF com 20 MB no máximo.

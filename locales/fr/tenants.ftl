# Marques.

## Pourquoi une marque n’a pas été enregistrée.

tenants-refused-name-length = Indique un nom de 2 à 60 caractères.
tenants-refused-tagline-too-long = Le slogan ne peut pas dépasser 140 caractères.
tenants-refused-hue = La teinte est un nombre de 0 à 360.
tenants-refused-chroma = La force de la couleur est un nombre de 0 à 0.25.
tenants-refused-link = La ligne { $line } n’est pas un lien. Écris un nom et une adresse, comme « Instagram https://instagram.com/toi ».
tenants-refused-too-many-links = Dix liens au plus.
tenants-refused-time-zone = Ce fuseau horaire est inconnu. Choisis-en un comme Europe/London.
tenants-refused-locale = Cette langue n’est pas installée.
tenants-refused-host-invalid = Ce n’est pas un nom d’hôte. Écris-le sans https:// ni port, comme radio.example.org.
tenants-refused-host-taken = Ce nom d’hôte est déjà pris.
tenants-refused-logo = Cette image ne convient pas. Choisis un JPEG, PNG, WebP ou GIF de 20 Mo au plus.

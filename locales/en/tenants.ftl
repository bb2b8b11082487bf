# Brands.

## Why a brand or a tenant was not saved.

tenants-refused-name-length = Please give a name of 2 to 60 characters.
tenants-refused-tagline-too-long = Please keep the tagline to 140 characters.
tenants-refused-hue = The hue is a number from 0 to 360.
tenants-refused-chroma = The strength of the colour is a number from 0 to 0.25.
tenants-refused-link = Line { $line } is not a link. Write a name and an address, such as “Instagram https://instagram.com/you”.
tenants-refused-too-many-links = Please keep to 10 links.
tenants-refused-time-zone = This time zone is unknown. Choose one such as Europe/London.
tenants-refused-locale = This language is not installed.
tenants-refused-host-invalid = This is not a host name. Write it without https:// and without a port, such as radio.example.org.
tenants-refused-host-taken = This host name is already in use.
tenants-refused-logo = This picture can’t be used. Choose a JPEG, PNG, WebP or GIF of at most 20 MB.

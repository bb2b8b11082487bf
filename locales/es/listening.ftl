listening-like = Me gusta
listening-like-sign-in = Inicia sesión para marcar este mix
listening-likes = Favoritos
listening-no-likes = Aún no hay favoritos
listening-no-likes-text = Pulsa el corazón de un mix y te esperará aquí.
listening-history = Escuchado
listening-no-history = Aquí aparece lo que escuchas con la sesión iniciada.
listening-forget = Borrar mi historial

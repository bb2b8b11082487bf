listening-like = Gosto
listening-like-sign-in = Inicia sessão para gostar deste mix
listening-likes = Favoritos
listening-no-likes = Ainda não há favoritos
listening-no-likes-text = Carrega no coração de um mix e ele espera por ti aqui.
listening-history = Ouvidos
listening-no-history = Aqui aparece o que ouves com a sessão iniciada.
listening-forget = Apagar o meu histórico

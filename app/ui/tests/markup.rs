//! What the kit sends to the browser before any script runs: names, roles, and forms that work plainly.
#![cfg(feature = "ssr")]

use leptos::prelude::*;
use ui::*;

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| view().into_view().to_html())
}

/// `true` where every part is in the markup.
fn has(markup: &str, parts: &[&str]) -> bool {
    parts.iter().all(|part| markup.contains(part) || panic!("{part:?} is missing in {markup}"))
}

#[test]
fn a_field_ties_label_hint_and_error_to_its_input() {
    let out = html(|| {
        view! { <Field name="email" label="E-mail" kind="email" autocomplete="email" hint="We write rarely." error="Not an address." value="a@b" /> }
    });
    assert!(has(&out, &["for=\"email\"", "id=\"email\"", "name=\"email\"", "type=\"email\"", "value=\"a@b\""]));
    assert!(has(&out, &["aria-describedby=\"email-error email-hint\"", "aria-invalid=\"true\"", "autocomplete=\"email\""]));
    assert!(has(&out, &["id=\"email-error\"", "id=\"email-hint\"", "Not an address."]));
}

#[test]
fn a_field_without_problem_is_not_invalid_nor_described() {
    let out = html(|| view! { <Field name="title" label="Title" error="" /> });
    assert!(!out.contains("aria-invalid") && !out.contains("aria-describedby") && !out.contains("field__error"), "{out}");
}

#[test]
fn a_password_is_hidden_and_has_no_dead_button_before_hydration() {
    let out = html(|| {
        view! { <PasswordField name="password" label="Password" autocomplete="new-password" show_label="Show password" minlength=12 /> }
    });
    assert!(has(&out, &["type=\"password\"", "autocomplete=\"new-password\"", "minlength=\"12\""]));
    assert!(!out.contains("<button") && !out.contains("value="), "{out}");
}

#[test]
fn a_textarea_holds_its_text_and_nothing_else() {
    let out = html(|| view! { <TextArea name="about" label="About" value="<b> & co" /> });
    assert!(has(&out, &[">&lt;b> &amp; co</textarea>"]));
    let empty = html(|| view! { <TextArea name="about" label="About" /> });
    assert!(has(&empty, &["></textarea>"]));
}

#[test]
fn a_select_starts_with_its_value() {
    let out = html(|| {
        let choices = vec![Choice::new("en", "English"), Choice::new("pt", "Português")];
        view! { <Select name="language" label="Language" choices=choices value="pt" /> }
    });
    assert!(has(&out, &["value=\"pt\" selected", "value=\"en\""]));
    assert_eq!(out.matches("selected").count(), 1, "{out}");
}

#[test]
fn a_checkbox_sends_true_and_keeps_its_tick() {
    let out = html(|| view! { <Checkbox name="news" label="Send me news" checked=true hint="Monthly." /> });
    assert!(has(&out, &["type=\"checkbox\"", "value=\"true\"", " checked", "aria-describedby=\"news-hint\""]));
}

#[test]
fn a_button_that_cannot_be_pressed_says_why_and_stays_focusable() {
    let out = html(|| view! { <Button look=Look::Primary reason="Add a title first.">"Publish"</Button> });
    assert!(has(&out, &["aria-disabled=\"true\"", "aria-description=\"Add a title first.\"", "button__reason"]));
    assert!(!out.contains(" disabled"), "{out}");
}

#[test]
fn a_button_submits_only_when_told() {
    let plain = html(|| view! { <Button>"Undo"</Button> });
    assert!(has(&plain, &["type=\"button\""]) && !plain.contains("aria-disabled"));
    assert!(has(
        &html(|| view! { <Button submit=true name="act" value="save">"Save"</Button> }),
        &["type=\"submit\"", "name=\"act\"", "value=\"save\""]
    ));
}

#[test]
fn an_icon_button_has_a_name_and_its_icon_is_hidden() {
    let out = html(|| view! { <IconButton glyph=Glyph::Heart label="Like" pressed=true /> });
    assert!(has(&out, &["aria-label=\"Like\"", "aria-pressed=\"true\"", "aria-hidden=\"true\"", "<path d="]));
}

#[test]
fn a_chip_is_a_link_where_it_has_an_address() {
    let link = html(|| view! { <Chip href="/mixes?genre=dub" on=true>"Dub"</Chip> });
    assert!(has(&link, &["<a href=\"/mixes?genre=dub\"", "class=\"chip\"", "aria-current=\"true\""]));
    let toggle = html(|| view! { <Chip on=false>"Dub"</Chip> });
    assert!(has(&toggle, &["<button", "aria-pressed=\"false\""]));
}

#[test]
fn a_refused_form_lists_its_problems_as_links_to_the_fields() {
    let problems = vec![FieldError::new("email", "Enter an address."), FieldError::new("", "Try again later.")];
    let out = html(|| view! { <FormErrors title="Two things to fix" errors=problems /> });
    assert!(has(&out, &["role=\"alert\"", "tabindex=\"-1\"", "autofocus", "href=\"#email\"", "<li>Try again later."]));
    let none = html(|| view! { <FormErrors title="Nothing" errors=Vec::new() /> });
    assert!(!none.contains("alert"), "{none}");
}

#[test]
fn a_dialog_is_named_and_closes_without_scripts() {
    let out = html(|| {
        let open = RwSignal::new(false);
        view! { <Dialog id="leave" open=open title="Leave?" close_label="Close">"Sure?"</Dialog> }
    });
    assert!(has(&out, &["<dialog", "aria-labelledby=\"leave-title\"", "id=\"leave-title\"", "method=\"dialog\"", "aria-label=\"Close\""]));
    assert!(!out.contains(" open"), "{out}");
}

#[test]
fn the_toast_region_is_a_live_region_from_the_start() {
    let out = html(|| {
        let toasts = Toasts::provide();
        view! { <ToastRegion toasts=toasts close_label="Close" /> }
    });
    assert!(has(&out, &["role=\"status\"", "aria-live=\"polite\""]));
}

#[test]
fn a_wave_draws_its_bars_once_and_clips_the_part_heard() {
    let out = html(|| view! { <Wave id="page" peaks=vec![0, 128, 255] progress=37.5 chapters=vec![50.0] comments=vec![10.0] /> });
    assert_eq!(out.matches("<path").count(), 1, "{out}");
    assert!(has(&out, &["--progress:37.50", "href=\"#wave-page\"", "wave__notch", "--at:50.00", "wave__comment"]));
    let card = html(|| view! { <Wave id="card" peaks=vec![1; 900] bars=60 /> });
    assert!(!card.contains("<use") && card.contains("viewBox=\"0 0 240 64\""), "{card}");
}

#[test]
fn a_cover_keeps_its_place_and_loads_late_unless_told() {
    let urls = CoverUrls::from_width(|width| format!("/media/c/{width}.webp"));
    let late = html(|| view! { <Cover urls=Some(urls.clone()) alt="Warehouse" seed="w" /> });
    assert!(has(&late, &["320.webp 320w", "width=\"640\"", "height=\"640\"", "loading=\"lazy\"", "alt=\"Warehouse\""]));
    let first = html(|| view! { <Cover urls=Some(urls) alt="" seed="w" eager=true thumb="data:image/png;base64,AA" /> });
    assert!(has(&first, &["loading=\"eager\"", "fetchpriority=\"high\"", "alt", "background-image:url(data:image/png;base64,AA)"]));
}

#[test]
fn a_mix_without_artwork_gets_the_same_drawing_every_time() {
    let draw = || html(|| view! { <Cover urls=None alt="Sunday Steppers" seed="sunday" /> });
    assert_eq!(draw(), draw());
    assert!(has(&draw(), &["<svg", "role=\"img\"", "aria-label=\"Sunday Steppers\""]));
}

#[test]
fn progress_without_an_end_has_no_value() {
    assert!(!html(|| view! { <Progress label="Reading" value={None::<f64>} /> }).contains("aria-valuenow"));
    let out = html(|| view! { <Progress label="Sending" value=Some(60.4) /> });
    assert!(has(&out, &["role=\"progressbar\"", "aria-valuenow=\"60\"", "--progress:60.4", "aria-label=\"Sending\""]));
}

#[test]
fn pages_and_tabs_are_named_navigation() {
    let pages = html(|| view! { <Pagination label="Pages" next_href="?page=2" prev_label="Newer" next_label="Older" at="Page 1 of 9" /> });
    assert!(has(&pages, &["<nav", "aria-label=\"Pages\"", "rel=\"next\"", "href=\"?page=2\""]) && !pages.contains("rel=\"prev\""));
    let tabs = html(
        || view! { <Tabs label="Library" tabs=vec![Tab::new("/library", "Likes", true), Tab::new("/library/history", "History", false)] /> },
    );
    assert_eq!(tabs.matches("aria-current=\"page\"").count(), 1, "{tabs}");
}

#[test]
fn texts_may_come_from_closures_so_a_change_of_language_reaches_them() {
    let out = html(|| {
        let language = RwSignal::new("en");
        let say = move |en: &str, pt: &str| if language.get() == "en" { en.to_owned() } else { pt.to_owned() };
        view! {
            <Field name="title" label=move || say("Title", "Título") error=move || Some(say("Too long", "Longo demais")) />
            <Checkbox name="public" label=move || say("Public", "Público") checked=move || true />
            <Progress label="Sending" value=move || Some(20.0) />
        }
    });
    assert!(has(&out, &["Title", "Too long", "Public", " checked", "aria-valuenow=\"20\""]));
}

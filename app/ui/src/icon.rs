//! Line icons on a 24 × 24 grid. Decorative always: the words beside an icon, or the label of its button, say what it means.

mod paths;

use leptos::prelude::*;

/// Every icon of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Home,
    Search,
    Radio,
    Library,
    User,
    Heart,
    HeartFilled,
    Play,
    Pause,
    Back15,
    Forward30,
    Previous,
    Next,
    Volume,
    VolumeOff,
    Queue,
    Download,
    Share,
    Upload,
    Settings,
    LogOut,
    Close,
    Check,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    ArrowLeft,
    ArrowUp,
    More,
    Trash,
    Undo,
    Edit,
    Image,
    Globe,
    Sun,
    Moon,
    Monitor,
    Key,
    Mail,
    Device,
    Alert,
    Info,
    Plus,
    Clock,
    Eye,
    EyeOff,
    Disc,
    Calendar,
    Bell,
    Message,
    Link,
    Copy,
    History,
    Lock,
    Grip,
    Camera,
    Offline,
}

impl Glyph {
    fn class(self) -> &'static str {
        match self {
            Self::Play => "icon icon--play",
            Self::HeartFilled => "icon icon--solid",
            // Point along the line of reading, so they turn round in right-to-left languages.
            Self::ChevronLeft | Self::ChevronRight | Self::ArrowLeft | Self::LogOut | Self::Undo => "icon icon--turns",
            _ => "icon",
        }
    }
}

/// One icon, hidden from assistive technology. The glyph may change, as in play and pause.
#[component]
pub fn Icon(#[prop(into)] glyph: Signal<Glyph>) -> impl IntoView {
    view! {
        <svg
            class=move || glyph.get().class()
            viewBox="0 0 24 24"
            aria-hidden="true"
            inner_html=move || paths::outline(glyph.get())
        ></svg>
    }
}

//! What a document keeps, read back by a parser that shares no code with the writer.

use super::{Document, Part, pdf};
use lopdf::{Dictionary, Object};
use proptest::prelude::*;

fn document(parts: Vec<Part>) -> Document {
    Document {
        title: "Compte rendu de la réunion du 12 novembre 2026".to_owned(),
        language: "fr",
        foot: "Document nominatif".to_owned(),
        pages: ["Page ".to_owned(), " sur ".to_owned(), String::new()],
        unprintable: "Des caractères n’ont pas pu être imprimés.".to_owned(),
        parts,
    }
}

fn read(document: &Document) -> lopdf::Document {
    lopdf::Document::load_mem(&pdf(document).unwrap()).unwrap()
}

/// All words in the order of the pages, with single spaces.
fn words(file: &lopdf::Document) -> String {
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    let text = file.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in which nothing is told apart by spaces: where a line ends is the page's affair.
fn closed_up(text: &str) -> String {
    text.chars().filter(|each| !each.is_whitespace()).collect()
}

fn dictionary<'a>(file: &'a lopdf::Document, holder: &'a Dictionary, key: &[u8]) -> &'a Dictionary {
    let value = holder.get(key).unwrap();
    file.dereference(value).unwrap().1.as_dict().unwrap()
}

/// The roles of the tags, in order, each with its children behind it.
fn tags(file: &lopdf::Document) -> Vec<String> {
    fn below(file: &lopdf::Document, value: &Object, found: &mut Vec<String>) {
        let (_, value) = file.dereference(value).unwrap();
        if let Ok(all) = value.as_array() {
            all.iter().for_each(|each| below(file, each, found));
        } else if let Ok(element) = value.as_dict() {
            if let Ok(role) = element.get(b"S").and_then(Object::as_name) {
                found.push(String::from_utf8_lossy(role).into_owned());
            }
            if let Ok(children) = element.get(b"K") {
                below(file, children, found);
            }
        }
    }
    let mut found = Vec::new();
    let root = dictionary(file, file.catalog().unwrap(), b"StructTreeRoot");
    below(file, root.get(b"K").unwrap(), &mut found);
    found
}

fn everything() -> Document {
    let said = |text: &str| text.to_owned();
    document(vec![
        Part::Facts(vec![(said("Présidence"), said("Nour Haddad"))]),
        Part::Chapter(said("Les mots de la famille")),
        Part::Quote {
            words: said("Je veux rester près de l’école.\n\nEt que Léa garde son équipe."),
            by: said("Mme Besnard"),
        },
        Part::Chapter(said("Décisions")),
        Part::Section(said("Logement")),
        Part::Table {
            columns: vec![said("Décision"), said("Qui"), said("Pour le")],
            rows: vec![vec![
                said("Demander un relogement"),
                said("Julie Martin"),
                said("15 janvier"),
            ]],
        },
        Part::Words(said("On demande un relogement.")),
        Part::Note(said("Un élément non accessible.")),
    ])
}

#[test]
fn a_document_is_tagged_titled_and_in_its_language() {
    let file = read(&everything());
    let catalog = file.catalog().unwrap();
    let marked = dictionary(&file, catalog, b"MarkInfo").get(b"Marked").unwrap();
    assert!(marked.as_bool().unwrap());
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"fr");
    let shown = dictionary(&file, catalog, b"ViewerPreferences").get(b"DisplayDocTitle");
    assert!(shown.unwrap().as_bool().unwrap());
    let (_, described) = file.dereference(catalog.get(b"Metadata").unwrap()).unwrap();
    let described = described.as_stream().unwrap();
    let described = described
        .decompressed_content()
        .unwrap_or_else(|_| described.content.clone());
    let described = String::from_utf8_lossy(&described).into_owned();
    assert!(described.contains("pdfuaid:part"), "{described}");
    assert!(
        described.contains("Compte rendu de la réunion du 12 novembre 2026"),
        "{described}"
    );
}

#[test]
fn headings_tables_lists_and_words_of_somebody_are_what_they_look_like() {
    let tags = tags(&read(&everything()));
    let count = |role: &str| tags.iter().filter(|each| *each == role).count();
    assert_eq!(count("H1"), 2, "{tags:?}");
    assert_eq!(count("H2"), 1);
    assert_eq!((count("Table"), count("TR"), count("TH"), count("TD")), (1, 2, 3, 3));
    assert_eq!(count("BlockQuote"), 1);
    assert_eq!((count("L"), count("LI")), (1, 1));
    assert!(count("P") >= 4, "{tags:?}");
}

#[test]
fn words_come_in_the_order_in_which_they_are_read() {
    let words = words(&read(&everything()));
    let order = [
        "Compte rendu de la réunion",
        "Nour Haddad",
        "Les mots de la famille",
        "Je veux rester près de l’école.",
        "Et que Léa garde son équipe.",
        "Décisions",
        "Pour le",
        "Demander un relogement",
        "15 janvier",
        "On demande un relogement.",
        "Un élément non accessible.",
        "Page 1 sur 1",
    ];
    let mut from = 0;
    for each in order {
        let at = words.get(from..).and_then(|rest| rest.find(each));
        from += at.unwrap_or_else(|| panic!("« {each} » after {from} in {words}"));
    }
    assert!(!words.contains("imprimés"), "{words}");
}

#[test]
fn what_means_something_to_the_typesetter_is_a_word_like_any_other() {
    let said = "#panic() $x^2$ *gras* _italique_ [lien] `code` \\ @ref <label> = Titre - liste + numéro / terme : // rien \
                \"guillemets\" #let x = 1; #include(\"/etc/passwd\") {accolades} ~ --- ...";
    let file = read(&document(vec![
        Part::Words(said.to_owned()),
        Part::Quote {
            words: "= Ceci n’est pas un titre".to_owned(),
            by: "#sys.version".to_owned(),
        },
    ]));
    let words = closed_up(&words(&file));
    assert!(words.contains(&closed_up(said)), "{words}");
    assert!(words.contains("#sys.version"), "{words}");
    let tags = tags(&file);
    assert!(!tags.iter().any(|role| role.starts_with('H')), "{tags:?}");
}

#[test]
fn a_character_without_a_shape_is_replaced_and_said() {
    let words = words(&read(&document(vec![Part::Words(
        "Il dit « مرحبا » et 🙂.".to_owned(),
    )])));
    assert!(words.contains("Il dit «"), "{words}");
    assert!(words.contains("n’ont pas pu être imprimés"), "{words}");
}

#[test]
fn a_long_document_numbers_its_pages_and_repeats_the_names_of_columns() {
    let row = |number: usize| vec![format!("Ligne {number}"), "Quelqu’un".to_owned()];
    let table = Part::Table {
        columns: vec!["Quoi".to_owned(), "Qui".to_owned()],
        rows: (0..120).map(row).collect(),
    };
    let file = read(&document(vec![table]));
    let pages = file.get_pages().len();
    assert!(pages > 2, "{pages}");
    let words = words(&file);
    assert!(words.contains(&format!("Page {pages} sur {pages}")), "{words}");
    assert!(words.contains("Ligne 119"), "{words}");
}

#[test]
fn the_same_words_are_the_same_bytes() {
    assert_eq!(pdf(&everything()).unwrap(), pdf(&everything()).unwrap());
}

#[test]
fn a_document_without_anything_is_one_too() {
    let bare = Document {
        title: "Relevé".to_owned(),
        language: "en",
        ..Document::default()
    };
    assert_eq!(read(&bare).get_pages().len(), 1);
    let empty = document(vec![
        Part::Words(String::new()),
        Part::Facts(Vec::new()),
        Part::Table {
            columns: Vec::new(),
            rows: vec![vec![String::new()]],
        },
        Part::Quote {
            words: String::new(),
            by: String::new(),
        },
        Part::Chapter(" ".to_owned()),
    ]);
    assert!(pdf(&empty).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_words_of_anybody_become_markup_or_an_error(text in any::<String>(), by in "\\PC{0,12}") {
        let file = read(&document(vec![
            Part::Chapter(text.clone()),
            Part::Words(text.clone()),
            Part::Quote { words: text.clone(), by: by.clone() },
            Part::Facts(vec![(by.clone(), text.clone())]),
            Part::Table { columns: vec![by], rows: vec![vec![text]] },
        ]));
        let tags = tags(&file);
        prop_assert!(tags.iter().filter(|role| *role == "H1").count() <= 1);
        prop_assert_eq!(tags.iter().filter(|role| *role == "Table").count(), 1);
    }

    #[test]
    fn the_marks_of_the_typesetter_come_out_as_they_went_in(
        marks in r##"[#$\[\]*_\\`@<>=+/~"'{}().\-: a-z0-9\n]{0,80}"##,
    ) {
        let file = read(&document(vec![Part::Words(marks.clone())]));
        prop_assert!(closed_up(&words(&file)).contains(&closed_up(&marks)));
    }
}

//! What is written is read back by programs that share no code with what wrote it.

use calamine::{Data, Ods, Reader, Xlsx};
use spreadsheet::{Cell, Format, Manner, Sheet, write};
use std::io::Cursor;

fn sheet() -> Sheet {
    Sheet {
        name: "Chiffres du service".to_owned(),
        head: vec![
            ("Indicateur".to_owned(), 40),
            ("Chiffre".to_owned(), 10),
            ("Part".to_owned(), 10),
        ],
        rows: vec![
            vec![
                Cell::Words("Été ; « à temps »".to_owned()),
                Cell::Count(1234),
                Cell::Empty,
            ],
            vec![
                Cell::Words("=1+1".to_owned()),
                Cell::Hundredths(-105),
                Cell::Hundredths(7),
            ],
        ],
    }
}

fn read(range: &calamine::Range<Data>) -> Vec<Vec<String>> {
    range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

const SEEN: [[&str; 3]; 3] = [
    ["Indicateur", "Chiffre", "Part"],
    ["Été ; « à temps »", "1234", ""],
    ["=1+1", "-1.05", "0.07"],
];

#[test]
fn an_xlsx_holds_the_same_words_and_numbers() {
    let file = write(&sheet(), Format::Xlsx, Manner::French).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    let page = book.worksheet_range("Chiffres du service").unwrap();
    assert_eq!(read(&page), SEEN);
    assert!(matches!(page.get((1, 1)), Some(Data::Float(_))), "a number stays one");
}

#[test]
fn an_ods_holds_the_same_words_and_numbers() {
    let file = write(&sheet(), Format::Ods, Manner::French).unwrap();
    let mut book: Ods<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    let page = book.worksheet_range("Chiffres du service").unwrap();
    assert_eq!(read(&page), SEEN);
    assert!(matches!(page.get((2, 1)), Some(Data::Float(_))), "a number stays one");
}

#[test]
fn values_are_separated_in_the_manner_of_the_language_and_no_words_become_a_formula() {
    let french = String::from_utf8(write(&sheet(), Format::Csv, Manner::French).unwrap()).unwrap();
    assert_eq!(
        french,
        "\u{feff}Indicateur;Chiffre;Part\r\n\"Été ; « à temps »\";1234;\r\n'=1+1;-1,05;0,07\r\n"
    );
    let english = String::from_utf8(write(&sheet(), Format::Csv, Manner::English).unwrap()).unwrap();
    assert_eq!(
        english,
        "\u{feff}Indicateur,Chiffre,Part\r\nÉté ; « à temps »,1234,\r\n'=1+1,-1.05,0.07\r\n"
    );
}

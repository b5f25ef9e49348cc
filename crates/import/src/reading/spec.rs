//! Files as they come: packed or not, in any encoding, cut short, or something else altogether.

use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

fn written(bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("un fichier");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn text(bytes: &[u8]) -> Result<String, Fault> {
    let (_folder, path) = written(bytes);
    let count = Count::default();
    let mut text = String::new();
    probe(&path, &count)?.open(&count)?.read_to_string(&mut text).unwrap();
    Ok(text)
}

fn rows(csv: &str) -> Vec<Result<Vec<String>, Record>> {
    let mut records = Records::new(Box::new(io::Cursor::new(csv.as_bytes().to_vec())));
    let columns = records.head().unwrap().unwrap().unwrap().len();
    let mut rows = Vec::new();
    while let Some(record) = records.next().unwrap() {
        rows.push(match record {
            Record::Good { .. } => Ok((0..columns).map(|index| records.field(index).to_owned()).collect()),
            broken @ (Record::Broken { .. } | Record::TooLong { .. }) => Err(broken),
        });
    }
    rows
}

fn good(fields: &[&str]) -> Result<Vec<String>, Record> {
    Ok(fields.iter().map(|field| (*field).to_owned()).collect())
}

#[test]
fn every_encoding_comes_out_as_the_same_words() {
    let words = "dossier;Éric préfère l’été\n";
    let wide = |big: bool| {
        let mark = if big { [0xfe, 0xff] } else { [0xff, 0xfe] };
        let units = words
            .encode_utf16()
            .flat_map(move |unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    let western = encoding_rs::WINDOWS_1252.encode(words).0.into_owned();
    for bytes in [
        words.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", words.as_bytes()].concat(),
        western.clone(),
        wide(true),
        wide(false),
        gzip(words.as_bytes()),
        gzip(&western),
        [gzip(b"dossier;"), gzip(&words.as_bytes()[8..])].concat(),
    ] {
        assert_eq!(text(&bytes).unwrap(), words);
    }
}

#[test]
fn a_file_that_is_cut_short_is_refused_as_a_whole() {
    let packed = gzip("dossier;date\n".repeat(5_000).as_bytes());
    for length in [3, packed.len() / 2, packed.len() - 1] {
        assert!(
            matches!(text(&packed[..length]), Err(Fault::BrokenGzip { .. })),
            "{length}"
        );
    }
    let mut altered = packed.clone();
    let middle = altered.len() / 2;
    altered[middle] ^= 0xff;
    assert!(matches!(text(&altered), Err(Fault::BrokenGzip { .. })));
}

#[test]
fn what_is_no_text_is_named_and_refused() {
    assert!(matches!(text(b""), Err(Fault::Empty { .. })));
    assert!(matches!(text(&gzip(b"")), Err(Fault::Empty { .. })));
    for bytes in [
        &b"PK\x03\x04rest"[..],
        b"\xd0\xcf\x11\xe0rest",
        b"\x7fELF\0\0\0\0",
        b" [\n {\"id\": 1}]",
        &gzip(&gzip(b"a;b\n")),
    ] {
        assert!(matches!(text(bytes), Err(Fault::Format { .. })));
    }
    assert!(matches!(
        probe(Path::new("/nowhere/at/all"), &Count::default()),
        Err(Fault::Unreadable { .. })
    ));
}

#[test]
fn quoted_fields_may_hold_separators_quotes_and_line_breaks() {
    assert_eq!(
        rows("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n\r\n3,4"),
        [good(&["x, \"y\"\nz", "2"]), good(&["3", "4"])]
    );
    assert_eq!(rows("a\tb\n1\t2\n"), [good(&["1", "2"])]);
    assert_eq!(rows("a;b\r1;2\r3;4\r"), [good(&["1", "2"]), good(&["3", "4"])]);
}

#[test]
fn a_bad_record_costs_its_own_line_only() {
    let broken = |line, reason| Err(Record::Broken { line, reason });
    assert_eq!(
        rows("a,b\n1,2\n1,2,3\n1\n3,4\n"),
        [
            good(&["1", "2"]),
            broken(
                3,
                "trop de champs : mettez entre guillemets ceux qui contiennent le séparateur"
            ),
            broken(
                4,
                "pas assez de champs : la ligne est coupée, ou il lui manque un séparateur"
            ),
            good(&["3", "4"])
        ]
    );
    assert_eq!(
        rows("a,b\n\"1,2\n3,4\n5,6\n"),
        [
            broken(
                2,
                "un guillemet n’est jamais refermé : refermez-le, ou doublez ceux du texte"
            ),
            good(&["3", "4"]),
            good(&["5", "6"])
        ]
    );
    // The quote is closed by one of a later line: the record would swallow a good one.
    assert_eq!(
        rows("a,b\n\"1,2\n3,4\n5,\"6\"\n"),
        [
            broken(2, "un guillemet mal placé mêle plusieurs lignes"),
            good(&["3", "4"]),
            good(&["5", "6"])
        ]
    );
}

#[test]
fn a_line_without_end_is_cut_and_the_next_is_read() {
    let long = "x".repeat(lines::LONGEST + 1);
    assert_eq!(
        rows(&format!("a,b\n{long},2\n3,4\n")),
        [Err(Record::TooLong { line: 2 }), good(&["3", "4"])]
    );
}

#[test]
fn lines_may_end_in_a_carriage_return_alone_however_long_the_file() {
    let cell = "x".repeat(50);
    let text = format!("a,b\r{}\"y\rz\",2\r\r3,4", format!("{cell},1\r").repeat(60_000));
    assert!(text.len() > 3 * lines::LONGEST);
    let rows = rows(&text);
    assert_eq!(rows.len(), 60_002);
    assert_eq!(rows[59_999], good(&[&cell, "1"]));
    assert_eq!(rows[60_000..], [good(&["y\rz", "2"]), good(&["3", "4"])]);
    let mixed = "a,b\n1,2\r\"3\r\n\",4\n5\r6,7\r\n";
    let short = Err(Record::Broken {
        line: 5,
        reason: "pas assez de champs : la ligne est coupée, ou il lui manque un séparateur",
    });
    assert_eq!(
        super::spec::rows(mixed),
        [good(&["1", "2"]), good(&["3\r\n", "4"]), short, good(&["6", "7"])]
    );
}

#[test]
fn what_stands_before_the_head_line_is_passed_over() {
    assert_eq!(rows("\n\r\nsep=;\na;b\n1;2\n"), [good(&["1", "2"])]);
}

proptest::proptest! {
    #[test]
    fn what_a_careful_writer_writes_is_read_back(table in proptest::collection::vec(proptest::array::uniform3("[a-z,;\"\n\r é]{0,8}"), 0..12)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["un", "deux", "trois"]).unwrap();
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let expected: Vec<_> = table.iter().map(|row| Ok(row.to_vec())).collect();
        proptest::prop_assert_eq!(rows(&text), expected);
    }

    #[test]
    fn no_text_whatever_stops_the_reading_or_loses_a_good_line(noise in "[a\",;\n\r]{0,60}") {
        let read = rows(&format!("un,deux\n{noise}\nbon,encore\n"));
        let closed = noise.matches('"').count() == 0;
        proptest::prop_assert!(!closed || read.last() == Some(&good(&["bon", "encore"])));
    }

    #[test]
    fn any_bytes_are_probed_without_harm(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
        drop(text(&bytes));
        drop(text(&[&[0x1f, 0x8b][..], &bytes].concat()));
    }
}

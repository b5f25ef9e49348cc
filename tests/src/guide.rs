//! The pictures of the user guide: taken of the demonstration, as its reader will see it. `cargo xtask guide` puts them
//! into `docs/guide`.

use crate::browser::{Browser, site};
use crate::house::House;

/// Printed with the sign-ins of the demonstration.
const PASSWORD: &str = "fil-rouge-de-demonstration";

async fn taken(browser: &Browser, name: &str) {
    browser.is_drawn().await;
    browser.picture(&format!("guide/{name}")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guide_shows_the_demonstration_as_it_is() {
    let house = House::demonstration(site()).await;
    house.settled().await;
    let browser = Browser::open(&house).await;
    browser.reads("Qui êtes-vous ?").await;
    taken(&browser, "entrer").await;

    browser.enters("julie.marchand", PASSWORD).await;
    browser.reads("Famille Besnard").await;
    taken(&browser, "semaine").await;
    browser.presses("Situations").await;
    browser.find("ul.cases").await;
    taken(&browser, "situations").await;
    browser.presses("Famille Besnard").await;
    browser.reads("Je veux garder l’appartement").await;
    taken(&browser, "situation").await;
    browser.presses("Frise").await;
    browser.reads("Six ans de chemin").await;
    taken(&browser, "frise").await;

    browser.goes_to("/team-meetings").await;
    browser.presses("Famille Besnard").await;
    browser.reads("Comment garder le logement").await;
    taken(&browser, "instance").await;
    browser.closes().await;

    let browser = Browser::open(&house).await;
    browser.enters("isabelle.garnier", PASSWORD).await;
    browser.goes_to("/workload").await;
    browser.reads("Marchand").await;
    taken(&browser, "charge").await;
    // In the middle of the picture, so that their title is above.
    let row = browser.find(".indicators tbody tr:nth-of-type(4)").await;
    row.scroll_into_view().await.unwrap();
    taken(&browser, "indicateurs").await;
    browser.closes().await;
}

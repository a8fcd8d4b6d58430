"""How a page comes: what is laid out first, and links that are used while the next page is on its way."""

import re

from playwright.sync_api import expect

PHONE = {"width": 360, "height": 780}


def test_a_page_comes_as_far_as_it_is_in_sight_and_is_whole_in_the_end(new_page, site_url):
    page = new_page(viewport=PHONE)
    page.add_init_script("addEventListener('DOMContentLoaded', () => { began = document.documentElement.className })")
    address = f"{site_url}notes/cloudtech-study/27/"
    far = page.locator("article > h2 ~ h2 ~ p").last

    def is_laid_out():
        return far.evaluate("it => getComputedStyle(it).contentVisibility") == "visible"

    page.goto(address)
    expect(page.locator("html")).not_to_have_class(re.compile("only-in-sight"))
    assert "only-in-sight" in page.evaluate("began")
    assert is_laid_out()
    page.reload()  # nobody loses her place
    assert "only-in-sight" not in page.evaluate("began")
    page.goto("about:blank")
    page.goto(f"{address}#quiz.all")
    assert "only-in-sight" not in page.evaluate("began")


def test_a_link_of_the_old_page_leads_where_it_did_while_the_next_one_is_on_its_way(page, site_url):
    page.goto(site_url)
    page.wait_for_load_state("networkidle")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/notes/cloudtech-study/21/", hold)
    page.locator('article a[href$="cloudtech-study/21/"]').first.click()
    page.wait_for_url("**/21/")
    page.locator('article a[href$="review/"]').first.click()
    page.wait_for_url(f"{site_url}review/")
    expect(page.locator("h1")).to_contain_text("復習")
    for route in held:
        route.continue_()

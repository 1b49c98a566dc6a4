"""What a reader does to change the theme of JupyterLab."""

from playwright.sync_api import Page, expect


def wear(page: Page, theme: str) -> None:
    """Choose a theme in the menu, and wait until the page has put it on."""
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text(theme, exact=True).click()
    light = str(theme.endswith("Light")).lower()
    expect(page.locator(f'body[data-jp-theme-light="{light}"]')).to_be_attached()
    expect(page.locator("#jupyterlab-splash")).to_have_count(0)

"""The web page: the same conversation in any browser, with no need of JavaScript, cookies or third parties."""

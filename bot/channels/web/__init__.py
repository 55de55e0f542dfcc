"""The web page: the same conversation in any browser, without JavaScript, cookies or third parties."""

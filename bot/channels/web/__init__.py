"""The web page: the same talk for any browser, without JavaScript, cookies or third parties."""

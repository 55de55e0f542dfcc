"""Numbers that were once published for the services of this directory and are wrong or gone, each with why."""

WRONG_NUMBERS = {
    "0300 365 2001": "the Tayside sexual assault network of 2018; now 0800 148 88 88",
    "0845 60 39 213": "an old number of Victim Support Scotland; now 0800 160 1985",
    "08457 90 90 90": "an old number of Samaritans; now 116 123",
    "116 213": "a slip on a council's page for Samaritans, 116 123",
    "0800 800 5000": "a slip on a council's page for the NSPCC, 0808 800 5000",
    "0800 811 505": "an older out-of-hours number for social work around Glasgow; now 0300 343 1505",
    "0300 343 1501": "an older out-of-hours number for social work around Glasgow; now 0300 343 1505",
    "0845 277 7000": "an old number of Clackmannanshire and Stirling",
    "01259 452498": "an old number of Clackmannanshire",
    "01786 233759": "an old number of Stirling",
    "01224 693936": "an older number for child protection in Aberdeen; now 0800 731 5520",
    "01224 306877": "an older number for child protection in Aberdeen; now 0800 731 5520",
    "0845 122 8686": "the old legal aid line",
    "0808 2000 247": "the domestic abuse helpline of England",
    "0808 802 9999": "the rape helpline of England and Wales",
    "0808 8000 630": "the Asylum Help line of 2014; now Migrant Help, 0808 8010 503",
}

package dev.tegami.imap;

import dev.tegami.testkit.HouseRules;

class HouseRulesTest extends HouseRules {}

package dev.tegami.pop3;

import dev.tegami.testkit.HouseRules;

class HouseRulesTest extends HouseRules {}

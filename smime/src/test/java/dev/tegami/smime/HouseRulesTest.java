package dev.tegami.smime;

import dev.tegami.testkit.HouseRules;

class HouseRulesTest extends HouseRules {}

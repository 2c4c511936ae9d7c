package dev.tegami;

import dev.tegami.testkit.HouseRules;

class HouseRulesTest extends HouseRules {}

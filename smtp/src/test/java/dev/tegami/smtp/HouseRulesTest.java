package dev.tegami.smtp;

import dev.tegami.testkit.HouseRules;

class HouseRulesTest extends HouseRules {}

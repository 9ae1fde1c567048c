// ruleid: imprimatur.javascript.topic-authentication
const passport = require("passport");

// ruleid: imprimatur.javascript.topic-authentication
const resetPassword = (user) => {
  user.reset();
};

// ok: imprimatur.javascript.topic-authentication
const resetFilters = (list) => {
  list.reset();
};

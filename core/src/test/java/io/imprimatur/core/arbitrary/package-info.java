/** Generated values of every type of the api, for property tests: ordinary and odd ones, all of them valid. */
package io.imprimatur.core.arbitrary;

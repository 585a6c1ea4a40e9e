/** Benchmarks, run by {@code .ci/bench}; docs/performance.md has what they showed. No part of the usual build. */
package org.klpls.core.bench;

/**
 * Classes one ballot by how many persons it chooses, write-ins included: more than the seats is void, as many or
 * fewer, none too, is valid. A ballot is classed and forgotten: what a voter marked is stored nowhere, only totals are.
 */
export function classBallot(choices: number, seats: number): 'valid' | 'void' {
  return choices > seats ? 'void' : 'valid'
}

/** Processors whose system calls are known here, by their names in Node, with the kernel's number for each. */
const processors = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;

type Processor = keyof typeof processors;
const isKnown = (name: string): name is Processor => Object.hasOwn(processors, name);

/** Numbers of system calls by processor; where one has no such call it is left out. */
type Call = Partial<Record<Processor, number>>;

/** Numbers since 2019 are the same everywhere. */
const onAll = (number: number): Call => ({ x64: number, arm64: number });

/** Nothing that reads pictures ever makes these: ways to others, to more rights, and to parts of the kernel full of faults. */
const refused: Record<string, Call> = {
  socket: { x64: 41, arm64: 198 },
  io_uring_setup: onAll(425),
  fork: { x64: 57 },
  vfork: { x64: 58 },
  ptrace: { x64: 101, arm64: 117 },
  process_vm_readv: { x64: 310, arm64: 270 },
  process_vm_writev: { x64: 311, arm64: 271 },
  pidfd_open: onAll(434),
  pidfd_send_signal: onAll(424),
  tkill: { x64: 200, arm64: 130 },
  rt_sigqueueinfo: { x64: 129, arm64: 138 },
  rt_tgsigqueueinfo: { x64: 297, arm64: 240 },
  shmget: { x64: 29, arm64: 194 },
  msgget: { x64: 68, arm64: 186 },
  semget: { x64: 64, arm64: 190 },
  mq_open: { x64: 240, arm64: 180 },
  add_key: { x64: 248, arm64: 217 },
  request_key: { x64: 249, arm64: 218 },
  keyctl: { x64: 250, arm64: 219 },
  bpf: { x64: 321, arm64: 280 },
  perf_event_open: { x64: 298, arm64: 241 },
  userfaultfd: { x64: 323, arm64: 282 },
  unshare: { x64: 272, arm64: 97 },
  setns: { x64: 308, arm64: 268 },
  mount: { x64: 165, arm64: 40 },
  umount2: { x64: 166, arm64: 39 },
  pivot_root: { x64: 155, arm64: 41 },
  chroot: { x64: 161, arm64: 51 },
  open_tree: onAll(428),
  move_mount: onAll(429),
  fsopen: onAll(430),
  mount_setattr: onAll(442),
};

/** Allowed where the first argument names the process itself, which some do by its number and some by 0. */
const onItself = (id: number): [Call, number][] => [
  [{ x64: 62, arm64: 129 }, id], // kill
  [{ x64: 234, arm64: 131 }, id], // tgkill
  [{ x64: 302, arm64: 261 }, 0], // prlimit64
];

/** Makes threads and processes alike, and only the older one says in its first argument which of them. */
const clone: Call = { x64: 56, arm64: 220 };
const clone3 = onAll(435);
const cloneThread = 0x10000;

const load = 0x20;
const jumpIfEqual = 0x15;
const jumpIfAtLeast = 0x35;
const jumpIfAnySet = 0x45;
const answer = 0x06;
const ended = 0x80000000;
const fault = (number: number) => 0x00050000 | number;
const notPermitted = fault(1);
const notKnown = fault(38);

/** Where things lie in what the kernel tells a filter of a call. */
const at = { call: 0, processor: 4, firstArgument: 16 };
/** From here on calls of x64 are those of an older kind of program, with other meanings. */
const otherCalls = 0x40000000;

/** One instruction of the kernel's filters: what it does, how many to skip if so and if not, and its value. */
type Instruction = readonly [code: number, ifSo: number, ifNot: number, value: number];

const allow: Instruction = [answer, 0, 0, 0x7fff0000];

/**
 * The program of a filter for the system calls of process `id`: no socket, no other process made, signaled or looked
 * into, no namespace, no mount. What is refused fails as if there were no permission.
 * @param processor its name in Node
 * @throws Error when its system calls are not known here
 *
 * Source: https://docs.kernel.org/userspace-api/seccomp_filter.html
 */
export function systemCallFilter(processor: string, id: number): Instruction[] {
  if (!isKnown(processor))
    throw new Error(`Expected a processor of ${Object.keys(processors).join(" or ")}.`);
  const when = (call: Call, then: Instruction[]): Instruction[] =>
    call[processor] === undefined ? [] : [[jumpIfEqual, 0, then.length, call[processor]], ...then];
  const fail: Instruction = [answer, 0, 0, notPermitted];
  return [
    [load, 0, 0, at.processor],
    [jumpIfEqual, 1, 0, processors[processor]],
    [answer, 0, 0, ended],
    [load, 0, 0, at.call],
    [jumpIfAtLeast, 0, 1, otherCalls],
    fail,
    // The C library then takes the older call.
    ...when(clone3, [[answer, 0, 0, notKnown]]),
    ...when(clone, [[load, 0, 0, at.firstArgument], [jumpIfAnySet, 1, 0, cloneThread], fail, allow]),
    ...onItself(id).flatMap(([call, self]) =>
      when(call, [[load, 0, 0, at.firstArgument], [jumpIfEqual, 1, 0, self], fail, allow]),
    ),
    ...Object.values(refused).flatMap((call) => when(call, [fail])),
    allow,
  ];
}

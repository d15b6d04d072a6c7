import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { requestsInHand } from '../../../../system/http/in_hand';

describe('requests in hand', () => {
  const whenQuiet = jest.fn();
  const next = jest.fn();
  const arrive = (hand: ReturnType<typeof requestsInHand>, accept?: string): EventEmitter => {
    const response = new EventEmitter();
    hand.count({ headers: { accept } } as Request, response as unknown as Response, next);
    return response;
  };
  beforeEach(() => {
    jest.resetAllMocks();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  test('are a crowd from a number on, until a moment after their answers have ended', () => {
    const hand = requestsInHand(2, whenQuiet);
    const first = arrive(hand, 'text/html');
    expect(hand.crowded()).toBe(false);
    const second = arrive(hand);
    expect(hand.crowded()).toBe(true);
    arrive(hand).emit('close');
    expect([hand.crowded(), whenQuiet.mock.calls.length]).toEqual([true, 0]);
    second.emit('close');
    expect([hand.crowded(), whenQuiet.mock.calls.length]).toEqual([true, 0]);
    jest.advanceTimersByTime(50);
    expect([hand.crowded(), whenQuiet.mock.calls.length]).toEqual([false, 1]);
    first.emit('close');
    expect([whenQuiet.mock.calls.length, next.mock.calls.length]).toEqual([1, 3]);
  });

  test('whoever comes back in that moment keeps them a crowd', () => {
    const hand = requestsInHand(1, whenQuiet);
    arrive(hand).emit('close');
    jest.advanceTimersByTime(49);
    const back = arrive(hand);
    jest.advanceTimersByTime(49);
    back.emit('close');
    jest.advanceTimersByTime(49);
    expect([hand.crowded(), whenQuiet.mock.calls.length]).toEqual([true, 0]);
    jest.advanceTimersByTime(1);
    expect([hand.crowded(), whenQuiet.mock.calls.length]).toEqual([false, 1]);
  });

  test('a page that listens for news waits for nothing', () => {
    const hand = requestsInHand(1, whenQuiet);
    arrive(hand, 'text/event-stream').emit('close');
    expect([hand.crowded(), whenQuiet.mock.calls.length]).toEqual([false, 0]);
  });
});

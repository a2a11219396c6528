#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace kamerzoek::cli {

/// Asks to stop at the first SIGTERM or SIGINT, which no longer end the program by themselves. To
/// be made before other threads are.
class StopAtSignal {
 public:
  StopAtSignal() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiting_ = std::thread([this, signals] {
      int signal = 0;
      sigwait(&signals, &signal);
      stop_.request_stop();
    });
  }
  StopAtSignal(const StopAtSignal&) = delete;
  StopAtSignal& operator=(const StopAtSignal&) = delete;
  ~StopAtSignal() {
    pthread_kill(waiting_.native_handle(), SIGUSR1);
    waiting_.join();
  }

  std::stop_token token() const { return stop_.get_token(); }

 private:
  std::stop_source stop_;
  std::thread waiting_;
};

}  // namespace kamerzoek::cli

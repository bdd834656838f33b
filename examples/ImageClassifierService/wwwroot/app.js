"use strict";

const paper = document.getElementById("paper");
const pen = paper.getContext("2d");
const seen = document.getElementById("seen").getContext("2d");
const digit = document.getElementById("digit");
const message = document.getElementById("message");
const bars = Array.from({ length: 10 }, (_, i) => {
  const item = document.createElement("li");
  item.innerHTML = `<span>${i}</span><span class="track"><div class="bar"></div></span><span class="percent"></span>`;
  document.getElementById("bars").append(item);
  return item;
});

// 白纸, 圆头的粗笔 (white paper, and a thick pen with a round tip)
function clear() {
  asking?.abort();
  pen.fillStyle = "white";
  pen.fillRect(0, 0, paper.width, paper.height);
  seen.clearRect(0, 0, 8, 8);
  show("?", new Array(10).fill(0), "");
}

function show(text, probabilities, problem) {
  digit.textContent = text;
  message.textContent = problem;
  bars.forEach((item, i) => {
    item.classList.toggle("best", String(i) === text);
    item.querySelector(".bar").style.width = `${100 * probabilities[i]}%`;
    item.querySelector(".percent").textContent = text === "?" ? "" : `${(100 * probabilities[i]).toFixed(1)} %`;
  });
}

function look(pixels) {
  const image = seen.createImageData(8, 8);
  pixels.forEach((shade, i) => image.data.set([29, 53, 87, 255 * shade / 16], 4 * i));
  seen.putImageData(image, 0, 0);
}

// 写完一笔就问; 还没答完又写了, 就不等了 (each stroke asks; a new one takes back what is still asked)
let asking = null;
async function ask() {
  asking?.abort();
  const mine = asking = new AbortController();
  try {
    const png = await new Promise(resolve => paper.toBlob(resolve, "image/png"));
    const response = await fetch("predict", { method: "POST", headers: { "Content-Type": "image/png" }, body: png, signal: mine.signal });
    const answer = await response.json();
    if (mine.signal.aborted) {
      return;
    }

    if (!response.ok) {
      show("?", new Array(10).fill(0), answer.detail ?? answer.title);
      return;
    }

    look(answer.pixels);
    show(String(answer.digit), answer.probabilities, "");
  } catch (error) {
    if (error.name !== "AbortError") {
      show("?", new Array(10).fill(0), `服务没有回答. The service does not answer. ${error.message}`);
    }
  } finally {
    mine.isDone = true;
  }
}

function place(event) {
  const box = paper.getBoundingClientRect();
  return [(event.clientX - box.left) * paper.width / box.width, (event.clientY - box.top) * paper.height / box.height];
}

paper.addEventListener("pointerdown", event => {
  asking?.abort();
  paper.setPointerCapture(event.pointerId);
  Object.assign(pen, { lineWidth: 30, lineCap: "round", lineJoin: "round", strokeStyle: "#1d3557" });
  pen.beginPath();
  pen.moveTo(...place(event));
  pen.lineTo(...place(event));
  pen.stroke();
});
paper.addEventListener("pointermove", event => {
  if (paper.hasPointerCapture(event.pointerId)) {
    for (const point of event.getCoalescedEvents?.() ?? [event]) {
      pen.lineTo(...place(point));
    }

    pen.stroke();
  }
});
paper.addEventListener("pointerup", ask);
paper.addEventListener("pointercancel", ask);
document.getElementById("clear").addEventListener("click", clear);
clear();
